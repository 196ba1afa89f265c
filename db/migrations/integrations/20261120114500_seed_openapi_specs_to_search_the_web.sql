-- migrate:up
INSERT INTO integrations.openapi_specs (slug, title, description, category, spec)
VALUES
    (
        'searxng-search',
        'SearXNG Search',
        'Searches the web through a SearXNG server of your own.',
        'WebSearch',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "SearXNG Search",
            "description": "Searches the web through a SearXNG server of your own.",
            "version": "1.0.0"
          },
          "servers": [
            {"url": "http://{host}:8080", "variables": {"host": {"default": "searxng"}}}
          ],
          "paths": {
            "/search": {
              "get": {
                "operationId": "searchSearxng",
                "summary": "Search the web",
                "parameters": [
                  {
                    "name": "q",
                    "in": "query",
                    "description": "What to search for.",
                    "required": true,
                    "schema": {"type": "string"}
                  },
                  {
                    "name": "format",
                    "in": "query",
                    "required": true,
                    "schema": {"type": "string", "enum": ["json"], "default": "json"}
                  },
                  {
                    "name": "categories",
                    "in": "query",
                    "description": "Comma-separated: general, news, science.",
                    "schema": {"type": "string"}
                  },
                  {"name": "language", "in": "query", "schema": {"type": "string"}},
                  {
                    "name": "time_range",
                    "in": "query",
                    "schema": {"type": "string", "enum": ["day", "month", "year"]}
                  },
                  {
                    "name": "pageno",
                    "in": "query",
                    "schema": {"type": "integer", "minimum": 1}
                  }
                ],
                "responses": {
                  "200": {"description": "Results, each with title, url and content."}
                }
              }
            }
          }
        }'
    ),
    (
        'serper-search',
        'Serper Search',
        'Searches the web with Google through Serper.',
        'WebSearch',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "Serper Search",
            "description": "Searches the web with Google through Serper.",
            "version": "1.0.0"
          },
          "servers": [{"url": "https://google.serper.dev"}],
          "security": [{"key": []}],
          "paths": {
            "/search": {
              "post": {
                "operationId": "searchSerper",
                "summary": "Search the web",
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "type": "object",
                        "required": ["q"],
                        "properties": {
                          "q": {"type": "string"},
                          "gl": {"type": "string", "description": "Country, as us."},
                          "hl": {"type": "string", "description": "Language, as en."},
                          "num": {"type": "integer"},
                          "page": {"type": "integer"}
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "200": {
                    "description": "Results under organic, each with title, link and snippet."
                  }
                }
              }
            }
          },
          "components": {
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-API-KEY"}}
          }
        }'
    );

-- migrate:down
DELETE FROM integrations.openapi_specs
WHERE slug IN ('searxng-search', 'serper-search');
