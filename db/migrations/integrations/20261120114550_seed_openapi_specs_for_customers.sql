-- migrate:up
INSERT INTO integrations.openapi_specs (slug, title, description, category, spec)
VALUES
    (
        'hubspot',
        'HubSpot',
        'Contacts in HubSpot.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {"title": "HubSpot", "description": "Contacts in HubSpot.", "version": "v3"},
          "servers": [{"url": "https://api.hubapi.com"}],
          "security": [{"bearer": []}],
          "paths": {
            "/crm/v3/objects/contacts": {
              "get": {
                "operationId": "listContacts",
                "summary": "List contacts",
                "parameters": [
                  {
                    "name": "limit",
                    "in": "query",
                    "schema": {"type": "integer", "maximum": 100}
                  },
                  {"name": "after", "in": "query", "schema": {"type": "string"}},
                  {
                    "name": "properties",
                    "in": "query",
                    "description": "Comma-separated.",
                    "schema": {"type": "string"}
                  }
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            },
            "/crm/v3/objects/contacts/{contactId}": {
              "get": {
                "operationId": "getContact",
                "summary": "Get a contact",
                "parameters": [
                  {
                    "name": "contactId",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "string"}
                  },
                  {
                    "name": "properties",
                    "in": "query",
                    "description": "Comma-separated.",
                    "schema": {"type": "string"}
                  }
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            }
          },
          "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}}
        }'
    ),
    (
        'stripe',
        'Stripe',
        'Customers and invoices at Stripe.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "Stripe",
            "description": "Customers and invoices at Stripe.",
            "version": "v1"
          },
          "servers": [{"url": "https://api.stripe.com/v1"}],
          "security": [{"bearer": []}],
          "paths": {
            "/customers": {
              "get": {
                "operationId": "listCustomers",
                "summary": "List customers",
                "parameters": [
                  {"name": "email", "in": "query", "schema": {"type": "string"}},
                  {
                    "name": "limit",
                    "in": "query",
                    "schema": {"type": "integer", "minimum": 1, "maximum": 100}
                  },
                  {"name": "starting_after", "in": "query", "schema": {"type": "string"}}
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            },
            "/invoices": {
              "get": {
                "operationId": "listInvoices",
                "summary": "List invoices",
                "parameters": [
                  {"name": "customer", "in": "query", "schema": {"type": "string"}},
                  {
                    "name": "status",
                    "in": "query",
                    "schema": {
                      "type": "string",
                      "enum": ["draft", "open", "paid", "uncollectible", "void"]
                    }
                  },
                  {
                    "name": "limit",
                    "in": "query",
                    "schema": {"type": "integer", "minimum": 1, "maximum": 100}
                  }
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            }
          },
          "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}}
        }'
    ),
    (
        'zendesk',
        'Zendesk',
        'Tickets of customer support in Zendesk.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "Zendesk",
            "description": "Tickets of customer support in Zendesk.",
            "version": "v2"
          },
          "servers": [
            {
              "url": "https://{subdomain}.zendesk.com/api/v2",
              "variables": {"subdomain": {"default": "your-subdomain"}}
            }
          ],
          "security": [{"bearer": []}],
          "paths": {
            "/search.json": {
              "get": {
                "operationId": "searchTickets",
                "summary": "Search tickets and more",
                "parameters": [
                  {
                    "name": "query",
                    "in": "query",
                    "required": true,
                    "schema": {"type": "string"}
                  },
                  {"name": "sort_by", "in": "query", "schema": {"type": "string"}},
                  {"name": "page", "in": "query", "schema": {"type": "integer"}}
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            },
            "/tickets/{ticket_id}": {
              "get": {
                "operationId": "getTicket",
                "summary": "Get a ticket",
                "parameters": [
                  {
                    "name": "ticket_id",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "integer"}
                  }
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            }
          },
          "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}}
        }'
    );

-- migrate:down
DELETE FROM integrations.openapi_specs
WHERE slug IN ('hubspot', 'stripe', 'zendesk');
