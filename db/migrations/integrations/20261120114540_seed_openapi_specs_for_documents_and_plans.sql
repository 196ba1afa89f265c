-- migrate:up
INSERT INTO integrations.openapi_specs (slug, title, description, category, spec)
VALUES
    (
        'notion',
        'Notion',
        'Pages of a Notion workspace.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "Notion",
            "description": "Pages of a Notion workspace.",
            "version": "2022-06-28"
          },
          "servers": [{"url": "https://api.notion.com/v1"}],
          "security": [{"bearer": []}],
          "paths": {
            "/search": {
              "post": {
                "operationId": "searchNotion",
                "summary": "Search pages and databases by title",
                "parameters": [
                  {
                    "name": "Notion-Version",
                    "in": "header",
                    "required": true,
                    "schema": {"type": "string", "default": "2022-06-28"}
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "type": "object",
                        "properties": {
                          "query": {"type": "string"},
                          "page_size": {"type": "integer", "maximum": 100},
                          "start_cursor": {"type": "string"}
                        }
                      }
                    }
                  }
                },
                "responses": {"200": {"description": "What was asked for."}}
              }
            },
            "/pages/{page_id}": {
              "get": {
                "operationId": "getPage",
                "summary": "Get the properties of a page",
                "parameters": [
                  {
                    "name": "page_id",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "string"}
                  },
                  {
                    "name": "Notion-Version",
                    "in": "header",
                    "required": true,
                    "schema": {"type": "string", "default": "2022-06-28"}
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
        'google-drive',
        'Google Drive',
        'Files in Google Drive.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "Google Drive",
            "description": "Files in Google Drive.",
            "version": "v3"
          },
          "servers": [{"url": "https://www.googleapis.com/drive/v3"}],
          "security": [{"bearer": []}],
          "paths": {
            "/files": {
              "get": {
                "operationId": "listFiles",
                "summary": "List or search files",
                "parameters": [
                  {"name": "q", "in": "query", "schema": {"type": "string"}},
                  {
                    "name": "pageSize",
                    "in": "query",
                    "schema": {"type": "integer", "maximum": 1000}
                  },
                  {"name": "pageToken", "in": "query", "schema": {"type": "string"}},
                  {"name": "fields", "in": "query", "schema": {"type": "string"}}
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            },
            "/files/{fileId}": {
              "get": {
                "operationId": "getFile",
                "summary": "Get what is known of a file",
                "parameters": [
                  {
                    "name": "fileId",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "string"}
                  },
                  {"name": "fields", "in": "query", "schema": {"type": "string"}}
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            }
          },
          "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}}
        }'
    ),
    (
        'google-calendar',
        'Google Calendar',
        'Events in Google Calendar.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "Google Calendar",
            "description": "Events in Google Calendar.",
            "version": "v3"
          },
          "servers": [{"url": "https://www.googleapis.com/calendar/v3"}],
          "security": [{"bearer": []}],
          "paths": {
            "/calendars/{calendarId}/events": {
              "get": {
                "operationId": "listEvents",
                "summary": "List events",
                "parameters": [
                  {
                    "name": "calendarId",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "string", "default": "primary"}
                  },
                  {
                    "name": "timeMin",
                    "in": "query",
                    "schema": {"type": "string", "format": "date-time"}
                  },
                  {
                    "name": "timeMax",
                    "in": "query",
                    "schema": {"type": "string", "format": "date-time"}
                  },
                  {"name": "q", "in": "query", "schema": {"type": "string"}},
                  {"name": "maxResults", "in": "query", "schema": {"type": "integer"}}
                ],
                "responses": {"200": {"description": "What was asked for."}}
              },
              "post": {
                "operationId": "insertEvent",
                "summary": "Add an event",
                "parameters": [
                  {
                    "name": "calendarId",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "string", "default": "primary"}
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "type": "object",
                        "required": ["start", "end"],
                        "properties": {
                          "summary": {"type": "string"},
                          "description": {"type": "string"},
                          "start": {
                            "type": "object",
                            "required": ["dateTime"],
                            "properties": {
                              "dateTime": {"type": "string", "format": "date-time"}
                            }
                          },
                          "end": {
                            "type": "object",
                            "required": ["dateTime"],
                            "properties": {
                              "dateTime": {"type": "string", "format": "date-time"}
                            }
                          }
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
        'airtable',
        'Airtable',
        'Records in the tables of an Airtable base.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "Airtable",
            "description": "Records in the tables of an Airtable base.",
            "version": "v0"
          },
          "servers": [{"url": "https://api.airtable.com/v0"}],
          "security": [{"bearer": []}],
          "paths": {
            "/{baseId}/{tableIdOrName}": {
              "get": {
                "operationId": "listRecords",
                "summary": "List records",
                "parameters": [
                  {
                    "name": "baseId",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "string"}
                  },
                  {
                    "name": "tableIdOrName",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "string"}
                  },
                  {"name": "filterByFormula", "in": "query", "schema": {"type": "string"}},
                  {"name": "maxRecords", "in": "query", "schema": {"type": "integer"}},
                  {
                    "name": "pageSize",
                    "in": "query",
                    "schema": {"type": "integer", "maximum": 100}
                  },
                  {"name": "offset", "in": "query", "schema": {"type": "string"}}
                ],
                "responses": {"200": {"description": "What was asked for."}}
              },
              "post": {
                "operationId": "createRecord",
                "summary": "Add a record",
                "parameters": [
                  {
                    "name": "baseId",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "string"}
                  },
                  {
                    "name": "tableIdOrName",
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
                        "required": ["fields"],
                        "properties": {"fields": {"type": "object"}}
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
        'asana',
        'Asana',
        'Tasks in Asana.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {"title": "Asana", "description": "Tasks in Asana.", "version": "1.0"},
          "servers": [{"url": "https://app.asana.com/api/1.0"}],
          "security": [{"bearer": []}],
          "paths": {
            "/tasks": {
              "get": {
                "operationId": "getTasks",
                "summary": "List tasks",
                "parameters": [
                  {"name": "project", "in": "query", "schema": {"type": "string"}},
                  {
                    "name": "assignee",
                    "in": "query",
                    "description": "Needs workspace too.",
                    "schema": {"type": "string"}
                  },
                  {"name": "workspace", "in": "query", "schema": {"type": "string"}},
                  {"name": "completed_since", "in": "query", "schema": {"type": "string"}},
                  {
                    "name": "limit",
                    "in": "query",
                    "schema": {"type": "integer", "maximum": 100}
                  }
                ],
                "responses": {"200": {"description": "What was asked for."}}
              },
              "post": {
                "operationId": "createTask",
                "summary": "Add a task",
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "type": "object",
                        "required": ["data"],
                        "properties": {
                          "data": {
                            "type": "object",
                            "required": ["name"],
                            "properties": {
                              "name": {"type": "string"},
                              "notes": {"type": "string"},
                              "projects": {"type": "array", "items": {"type": "string"}},
                              "workspace": {"type": "string"},
                              "due_on": {"type": "string", "format": "date"}
                            }
                          }
                        }
                      }
                    }
                  }
                },
                "responses": {"201": {"description": "What was asked for."}}
              }
            }
          },
          "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}}
        }'
    ),
    (
        'trello',
        'Trello',
        'Boards and cards in Trello.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "Trello",
            "description": "Boards and cards in Trello.",
            "version": "1"
          },
          "servers": [{"url": "https://api.trello.com/1"}],
          "security": [{"key": [], "token": []}],
          "paths": {
            "/members/{id}/boards": {
              "get": {
                "operationId": "getBoards",
                "summary": "List the boards of a person",
                "parameters": [
                  {
                    "name": "id",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "string", "default": "me"}
                  },
                  {"name": "fields", "in": "query", "schema": {"type": "string"}}
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            },
            "/boards/{id}/cards": {
              "get": {
                "operationId": "getCards",
                "summary": "List the cards of a board",
                "parameters": [
                  {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            }
          },
          "components": {
            "securitySchemes": {
              "key": {"type": "apiKey", "in": "query", "name": "key"},
              "token": {"type": "apiKey", "in": "query", "name": "token"}
            }
          }
        }'
    );

-- migrate:down
DELETE FROM integrations.openapi_specs
WHERE slug IN ('notion', 'google-drive', 'google-calendar', 'airtable', 'asana', 'trello');
