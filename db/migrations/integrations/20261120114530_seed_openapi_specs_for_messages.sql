-- migrate:up
INSERT INTO integrations.openapi_specs (slug, title, description, category, spec)
VALUES
    (
        'slack',
        'Slack',
        'Channels and messages in Slack.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "Slack",
            "description": "Channels and messages in Slack.",
            "version": "1.7.0"
          },
          "servers": [{"url": "https://slack.com/api"}],
          "security": [{"bearer": []}],
          "paths": {
            "/conversations.list": {
              "get": {
                "operationId": "listConversations",
                "summary": "List channels",
                "parameters": [
                  {
                    "name": "types",
                    "in": "query",
                    "description": "Comma-separated: public_channel, private_channel, mpim, im.",
                    "schema": {"type": "string"}
                  },
                  {"name": "limit", "in": "query", "schema": {"type": "integer"}},
                  {"name": "cursor", "in": "query", "schema": {"type": "string"}}
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            },
            "/chat.postMessage": {
              "post": {
                "operationId": "postMessage",
                "summary": "Post a message",
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "type": "object",
                        "required": ["channel", "text"],
                        "properties": {
                          "channel": {"type": "string"},
                          "text": {"type": "string"},
                          "thread_ts": {"type": "string"}
                        }
                      }
                    }
                  }
                },
                "responses": {"200": {"description": "What was asked for."}}
              }
            }
          },
          "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}}
        }'
    ),
    (
        'discord',
        'Discord',
        'Messages in channels of Discord.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "Discord",
            "description": "Messages in channels of Discord.",
            "version": "10"
          },
          "servers": [{"url": "https://discord.com/api/v10"}],
          "security": [{"key": []}],
          "paths": {
            "/channels/{channel_id}/messages": {
              "get": {
                "operationId": "listMessages",
                "summary": "List the messages of a channel",
                "parameters": [
                  {
                    "name": "channel_id",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "string"}
                  },
                  {
                    "name": "limit",
                    "in": "query",
                    "schema": {"type": "integer", "minimum": 1, "maximum": 100}
                  },
                  {"name": "before", "in": "query", "schema": {"type": "string"}}
                ],
                "responses": {"200": {"description": "What was asked for."}}
              },
              "post": {
                "operationId": "createMessage",
                "summary": "Post a message",
                "parameters": [
                  {
                    "name": "channel_id",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "string"}
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "type": "object",
                        "required": ["content"],
                        "properties": {"content": {"type": "string", "maxLength": 2000}}
                      }
                    }
                  }
                },
                "responses": {"200": {"description": "What was asked for."}}
              }
            }
          },
          "components": {
            "securitySchemes": {
              "key": {"type": "apiKey", "in": "header", "name": "Authorization"}
            }
          }
        }'
    ),
    (
        'gmail',
        'Gmail',
        'The messages of a mailbox at Gmail.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "Gmail",
            "description": "The messages of a mailbox at Gmail.",
            "version": "v1"
          },
          "servers": [{"url": "https://gmail.googleapis.com/gmail/v1"}],
          "security": [{"bearer": []}],
          "paths": {
            "/users/{userId}/messages": {
              "get": {
                "operationId": "listMessages",
                "summary": "List or search messages",
                "parameters": [
                  {
                    "name": "userId",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "string", "default": "me"}
                  },
                  {
                    "name": "q",
                    "in": "query",
                    "description": "As in the search field of Gmail.",
                    "schema": {"type": "string"}
                  },
                  {
                    "name": "maxResults",
                    "in": "query",
                    "schema": {"type": "integer", "maximum": 500}
                  },
                  {"name": "pageToken", "in": "query", "schema": {"type": "string"}}
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            },
            "/users/{userId}/messages/{id}": {
              "get": {
                "operationId": "getMessage",
                "summary": "Get a message",
                "parameters": [
                  {
                    "name": "userId",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "string", "default": "me"}
                  },
                  {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                  {
                    "name": "format",
                    "in": "query",
                    "schema": {
                      "type": "string",
                      "enum": ["minimal", "full", "raw", "metadata"]
                    }
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
        'microsoft-graph',
        'Microsoft Graph',
        'Mail and calendar of a person in Microsoft 365.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "Microsoft Graph",
            "description": "Mail and calendar of a person in Microsoft 365.",
            "version": "v1.0"
          },
          "servers": [{"url": "https://graph.microsoft.com/v1.0"}],
          "security": [{"bearer": []}],
          "paths": {
            "/me/messages": {
              "get": {
                "operationId": "listMyMessages",
                "summary": "List or search messages",
                "parameters": [
                  {"name": "$search", "in": "query", "schema": {"type": "string"}},
                  {"name": "$top", "in": "query", "schema": {"type": "integer"}},
                  {"name": "$select", "in": "query", "schema": {"type": "string"}}
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            },
            "/me/events": {
              "get": {
                "operationId": "listMyEvents",
                "summary": "List events of the calendar",
                "parameters": [
                  {"name": "$filter", "in": "query", "schema": {"type": "string"}},
                  {"name": "$orderby", "in": "query", "schema": {"type": "string"}},
                  {"name": "$top", "in": "query", "schema": {"type": "integer"}}
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
WHERE slug IN ('slack', 'discord', 'gmail', 'microsoft-graph');
