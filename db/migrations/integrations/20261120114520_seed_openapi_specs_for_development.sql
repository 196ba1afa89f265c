-- migrate:up
INSERT INTO integrations.openapi_specs (slug, title, description, category, spec)
VALUES
    (
        'github',
        'GitHub',
        'Repositories and issues on GitHub.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "GitHub",
            "description": "Repositories and issues on GitHub.",
            "version": "2022-11-28"
          },
          "servers": [{"url": "https://api.github.com"}],
          "security": [{"bearer": []}],
          "paths": {
            "/search/repositories": {
              "get": {
                "operationId": "searchRepositories",
                "summary": "Search repositories",
                "parameters": [
                  {"name": "q", "in": "query", "required": true, "schema": {"type": "string"}},
                  {
                    "name": "sort",
                    "in": "query",
                    "schema": {
                      "type": "string",
                      "enum": ["stars", "forks", "help-wanted-issues", "updated"]
                    }
                  },
                  {
                    "name": "per_page",
                    "in": "query",
                    "schema": {"type": "integer", "maximum": 100}
                  },
                  {"name": "page", "in": "query", "schema": {"type": "integer"}}
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            },
            "/repos/{owner}/{repo}/issues": {
              "get": {
                "operationId": "listRepositoryIssues",
                "summary": "List the issues of a repository",
                "parameters": [
                  {
                    "name": "owner",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "string"}
                  },
                  {
                    "name": "repo",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "string"}
                  },
                  {
                    "name": "state",
                    "in": "query",
                    "schema": {"type": "string", "enum": ["open", "closed", "all"]}
                  },
                  {
                    "name": "labels",
                    "in": "query",
                    "description": "Comma-separated.",
                    "schema": {"type": "string"}
                  },
                  {
                    "name": "per_page",
                    "in": "query",
                    "schema": {"type": "integer", "maximum": 100}
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
        'gitlab',
        'GitLab',
        'Projects and issues on GitLab.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "GitLab",
            "description": "Projects and issues on GitLab.",
            "version": "v4"
          },
          "servers": [{"url": "https://gitlab.com/api/v4"}],
          "security": [{"key": []}],
          "paths": {
            "/projects": {
              "get": {
                "operationId": "listProjects",
                "summary": "List or search projects",
                "parameters": [
                  {"name": "search", "in": "query", "schema": {"type": "string"}},
                  {"name": "membership", "in": "query", "schema": {"type": "boolean"}},
                  {
                    "name": "per_page",
                    "in": "query",
                    "schema": {"type": "integer", "maximum": 100}
                  }
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            },
            "/projects/{id}/issues": {
              "get": {
                "operationId": "listProjectIssues",
                "summary": "List the issues of a project",
                "parameters": [
                  {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                  {
                    "name": "state",
                    "in": "query",
                    "schema": {"type": "string", "enum": ["opened", "closed", "all"]}
                  },
                  {"name": "search", "in": "query", "schema": {"type": "string"}}
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            }
          },
          "components": {
            "securitySchemes": {
              "key": {"type": "apiKey", "in": "header", "name": "PRIVATE-TOKEN"}
            }
          }
        }'
    ),
    (
        'jira',
        'Jira',
        'Issues in Jira Cloud.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {"title": "Jira", "description": "Issues in Jira Cloud.", "version": "3"},
          "servers": [
            {
              "url": "https://{site}.atlassian.net/rest/api/3",
              "variables": {"site": {"default": "your-domain"}}
            }
          ],
          "security": [{"basic": []}],
          "paths": {
            "/search/jql": {
              "get": {
                "operationId": "searchIssues",
                "summary": "Search issues with JQL",
                "parameters": [
                  {
                    "name": "jql",
                    "in": "query",
                    "required": true,
                    "schema": {"type": "string"}
                  },
                  {"name": "maxResults", "in": "query", "schema": {"type": "integer"}},
                  {"name": "nextPageToken", "in": "query", "schema": {"type": "string"}},
                  {
                    "name": "fields",
                    "in": "query",
                    "schema": {"type": "array", "items": {"type": "string"}}
                  }
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            },
            "/issue/{issueIdOrKey}": {
              "get": {
                "operationId": "getIssue",
                "summary": "Get an issue",
                "parameters": [
                  {
                    "name": "issueIdOrKey",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "string"}
                  }
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            }
          },
          "components": {"securitySchemes": {"basic": {"type": "http", "scheme": "basic"}}}
        }'
    );

-- migrate:down
DELETE FROM integrations.openapi_specs
WHERE slug IN ('github', 'gitlab', 'jira');
