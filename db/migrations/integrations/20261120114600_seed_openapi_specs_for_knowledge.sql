-- migrate:up
INSERT INTO integrations.openapi_specs (slug, title, description, category, spec)
VALUES
    (
        'wikipedia',
        'Wikipedia',
        'Articles of the English Wikipedia.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "Wikipedia",
            "description": "Articles of the English Wikipedia.",
            "version": "v1"
          },
          "servers": [{"url": "https://en.wikipedia.org/w/rest.php/v1"}],
          "paths": {
            "/search/page": {
              "get": {
                "operationId": "searchPages",
                "summary": "Search articles",
                "parameters": [
                  {"name": "q", "in": "query", "required": true, "schema": {"type": "string"}},
                  {
                    "name": "limit",
                    "in": "query",
                    "schema": {"type": "integer", "minimum": 1, "maximum": 100}
                  }
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            },
            "/page/{title}": {
              "get": {
                "operationId": "getArticle",
                "summary": "Get an article with its wikitext",
                "parameters": [
                  {
                    "name": "title",
                    "in": "path",
                    "required": true,
                    "schema": {"type": "string"}
                  }
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            }
          }
        }'
    ),
    (
        'open-meteo',
        'Open-Meteo',
        'Weather forecasts for any place.',
        'Application',
        '{
          "openapi": "3.0.3",
          "info": {
            "title": "Open-Meteo",
            "description": "Weather forecasts for any place.",
            "version": "v1"
          },
          "servers": [{"url": "https://api.open-meteo.com/v1"}],
          "paths": {
            "/forecast": {
              "get": {
                "operationId": "getForecast",
                "summary": "Get the forecast for a place",
                "parameters": [
                  {
                    "name": "latitude",
                    "in": "query",
                    "required": true,
                    "schema": {"type": "number"}
                  },
                  {
                    "name": "longitude",
                    "in": "query",
                    "required": true,
                    "schema": {"type": "number"}
                  },
                  {
                    "name": "current",
                    "in": "query",
                    "description": "Comma-separated, as temperature_2m,wind_speed_10m.",
                    "schema": {"type": "string"}
                  },
                  {
                    "name": "daily",
                    "in": "query",
                    "description": "Comma-separated; needs timezone.",
                    "schema": {"type": "string"}
                  },
                  {"name": "timezone", "in": "query", "schema": {"type": "string"}},
                  {
                    "name": "forecast_days",
                    "in": "query",
                    "schema": {"type": "integer", "minimum": 0, "maximum": 16}
                  }
                ],
                "responses": {"200": {"description": "What was asked for."}}
              }
            }
          }
        }'
    );

-- migrate:down
DELETE FROM integrations.openapi_specs
WHERE slug IN ('wikipedia', 'open-meteo');
