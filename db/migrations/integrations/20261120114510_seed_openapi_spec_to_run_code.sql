-- migrate:up
INSERT INTO integrations.openapi_specs (slug, title, description, category, spec)
VALUES
    (
        'judge0',
        'Judge0',
        'Compiles and runs code in many languages in a sandbox.',
        'CodeSandbox',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "Judge0",
            "description": "Compiles and runs code in many languages in a sandbox.",
            "version": "1.13.1"
          },
          "servers": [{"url": "https://ce.judge0.com"}],
          "security": [{"key": []}],
          "paths": {
            "/languages": {
              "get": {
                "operationId": "listLanguages",
                "summary": "List the languages and their ids",
                "responses": {"200": {"description": "What was asked for."}}
              }
            },
            "/submissions": {
              "post": {
                "operationId": "runCode",
                "summary": "Run code and wait for its output",
                "parameters": [
                  {
                    "name": "wait",
                    "in": "query",
                    "schema": {"type": "boolean", "default": true}
                  },
                  {
                    "name": "base64_encoded",
                    "in": "query",
                    "schema": {"type": "boolean", "default": false}
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "type": "object",
                        "required": ["source_code", "language_id"],
                        "properties": {
                          "source_code": {"type": "string"},
                          "language_id": {"type": "integer"},
                          "stdin": {"type": "string"},
                          "cpu_time_limit": {"type": "number", "description": "Seconds."}
                        }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "Output, errors, time in seconds and memory in kilobytes."
                  }
                }
              }
            }
          },
          "components": {
            "securitySchemes": {
              "key": {"type": "apiKey", "in": "header", "name": "X-Auth-Token"}
            }
          }
        }'
    );

-- migrate:down
DELETE FROM integrations.openapi_specs
WHERE slug IN ('judge0');
