--
-- PostgreSQL database dump
--

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: assistants; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA assistants;

--
-- Name: SCHEMA assistants; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA assistants IS 'Assistants: the prompts that people talk to, their categories, the datasets they answer from, and projects.';

--
-- Name: automation; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA automation;

--
-- Name: SCHEMA automation; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA automation IS 'Prompts that run by themselves: what sets them off, and the queue of their runs.';

--
-- Name: iam; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA iam;

--
-- Name: SCHEMA iam; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA iam IS 'Identity and access: people, teams, roles, permissions, invitations and keys.';

--
-- Name: integrations; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA integrations;

--
-- Name: SCHEMA integrations; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA integrations IS 'Outside services: what an assistant may call, the connections to it, and sign-ins at providers.';

--
-- Name: llm; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA llm;

--
-- Name: SCHEMA llm; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA llm IS 'Conversations with language models, what they use, what limits them, and the log of requests.';

--
-- Name: model_registry; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA model_registry;

--
-- Name: SCHEMA model_registry; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA model_registry IS 'The models that answer: where they run, what they can do, what they cost and how requests reach them.';

--
-- Name: ops; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA ops;

--
-- Name: SCHEMA ops; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA ops IS 'Running the installation: audit trail, translations, configuration, cache, settings and upkeep.';

--
-- Name: rag; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA rag;

--
-- Name: SCHEMA rag; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA rag IS 'Retrieval: datasets of documents, cut into chunks that are searched by words and by meaning.';

--
-- Name: storage; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA storage;

--
-- Name: SCHEMA storage; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA storage IS 'Files: what people uploaded, and what the installation downloads.';

--
-- Name: vector; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;

--
-- Name: EXTENSION vector; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION vector IS 'vector data type and ivfflat and hnsw access methods';

--
-- Name: prompt_type; Type: TYPE; Schema: assistants; Owner: -
--

CREATE TYPE assistants.prompt_type AS ENUM (
    'Assistant',
    'Model',
    'Automation'
);

--
-- Name: TYPE prompt_type; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON TYPE assistants.prompt_type IS 'What a prompt is: an assistant that people made, a bare model, or an automation that runs by itself.';

--
-- Name: automation_run_status; Type: TYPE; Schema: automation; Owner: -
--

CREATE TYPE automation.automation_run_status AS ENUM (
    'Pending',
    'Running',
    'Completed',
    'Failed'
);

--
-- Name: TYPE automation_run_status; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON TYPE automation.automation_run_status IS 'How far a run is: waiting for a worker, being worked on, done, or given up.';

--
-- Name: permission; Type: TYPE; Schema: iam; Owner: -
--

CREATE TYPE iam.permission AS ENUM (
    'InvitePeopleToTeam',
    'ViewCurrentTeam',
    'ViewPrompts',
    'ManagePipelines',
    'ViewDatasets',
    'ManageDatasets',
    'CreateApiKeys',
    'ViewAuditTrail',
    'SetupModels',
    'DeleteChat',
    'MakeAssistantPublic',
    'ViewSystemPrompt',
    'ViewIntegrations',
    'ManageIntegrations',
    'ViewChats',
    'ManageDocumentPipelines',
    'ManageMcpKeys',
    'ViewChatHistory',
    'ManageProjects'
);

--
-- Name: TYPE permission; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON TYPE iam.permission IS 'One thing a role may allow its holder to do.';

--
-- Name: role; Type: TYPE; Schema: iam; Owner: -
--

CREATE TYPE iam.role AS ENUM (
    'TeamManager',
    'Collaborator',
    'SystemAdministrator'
);

--
-- Name: TYPE role; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON TYPE iam.role IS 'What a person is: manager or collaborator within a team, or administrator of the whole installation.';

--
-- Name: integration_type; Type: TYPE; Schema: integrations; Owner: -
--

CREATE TYPE integrations.integration_type AS ENUM (
    'MCP_Server',
    'BuiltIn',
    'OpenAPI'
);

--
-- Name: TYPE integration_type; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON TYPE integrations.integration_type IS 'How an integration is reached: a server of the Model Context Protocol, a tool built into the application, or an HTTP API described by OpenAPI.';

--
-- Name: openapi_spec_category; Type: TYPE; Schema: integrations; Owner: -
--

CREATE TYPE integrations.openapi_spec_category AS ENUM (
    'WebSearch',
    'Application',
    'CodeSandbox'
);

--
-- Name: TYPE openapi_spec_category; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON TYPE integrations.openapi_spec_category IS 'What an API is for: searching the web, an application to work with, or running code apart.';

--
-- Name: chat_role; Type: TYPE; Schema: llm; Owner: -
--

CREATE TYPE llm.chat_role AS ENUM (
    'User',
    'Assistant',
    'Tool',
    'System',
    'Developer'
);

--
-- Name: TYPE chat_role; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TYPE llm.chat_role IS 'Who says what a chat holds: the person, the assistant, a tool it called, or who set it up.';

--
-- Name: chat_status; Type: TYPE; Schema: llm; Owner: -
--

CREATE TYPE llm.chat_status AS ENUM (
    'Pending',
    'Success',
    'Cancelled',
    'Error',
    'InProgress'
);

--
-- Name: TYPE chat_status; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TYPE llm.chat_status IS 'How far the answer to a chat has come.';

--
-- Name: inference_type; Type: TYPE; Schema: llm; Owner: -
--

CREATE TYPE llm.inference_type AS ENUM (
    'API',
    'Console'
);

--
-- Name: TYPE inference_type; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TYPE llm.inference_type IS 'How a model was reached: by a program with a key, or by a person in the console.';

--
-- Name: prompt_flag_type; Type: TYPE; Schema: llm; Owner: -
--

CREATE TYPE llm.prompt_flag_type AS ENUM (
    'S1',
    'S2',
    'S3',
    'S4',
    'S5',
    'S6',
    'S7',
    'S8',
    'S9',
    'S10',
    'S11',
    'S12',
    'S13',
    'S14'
);

--
-- Name: TYPE prompt_flag_type; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TYPE llm.prompt_flag_type IS 'Category of harm that a guard model finds in a chat, by its number in the guard''s own list.';

--
-- Name: token_usage_type; Type: TYPE; Schema: llm; Owner: -
--

CREATE TYPE llm.token_usage_type AS ENUM (
    'Prompt',
    'Completion'
);

--
-- Name: TYPE token_usage_type; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TYPE llm.token_usage_type IS 'Whether tokens were sent to a model or came back from it.';

--
-- Name: model_capability; Type: TYPE; Schema: model_registry; Owner: -
--

CREATE TYPE model_registry.model_capability AS ENUM (
    'function_calling',
    'vision',
    'tool_use',
    'Guarded'
);

--
-- Name: TYPE model_capability; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON TYPE model_registry.model_capability IS 'What a model can do beyond its type; Guarded: its requests pass a guard first.';

--
-- Name: model_type; Type: TYPE; Schema: model_registry; Owner: -
--

CREATE TYPE model_registry.model_type AS ENUM (
    'LLM',
    'Embeddings',
    'Image',
    'TextToSpeech',
    'Guard'
);

--
-- Name: TYPE model_type; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON TYPE model_registry.model_type IS 'What a model makes: text, embeddings, images, speech, or a judgement whether a text is safe.';

--
-- Name: textrange; Type: TYPE; Schema: model_registry; Owner: -
--

CREATE TYPE model_registry.textrange AS RANGE (
    subtype = text,
    multirange_type_name = model_registry.textmultirange,
    collation = pg_catalog."C"
);

--
-- Name: TYPE textrange; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON TYPE model_registry.textrange IS 'A range of texts in the order of their bytes; from a text to itself, a text that GiST can compare.';

--
-- Name: audit_access_type; Type: TYPE; Schema: ops; Owner: -
--

CREATE TYPE ops.audit_access_type AS ENUM (
    'API',
    'UserInterface'
);

--
-- Name: TYPE audit_access_type; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON TYPE ops.audit_access_type IS 'The way by which a person acted: a program with a key, or the user interface.';

--
-- Name: audit_action; Type: TYPE; Schema: ops; Owner: -
--

CREATE TYPE ops.audit_action AS ENUM (
    'CreateMember',
    'DeleteMember',
    'CreateInvite',
    'CreateTeam',
    'DeleteTeam',
    'CreateAPIKey',
    'DeleteAPIKey',
    'CreatePipelineKey',
    'DeletePipelineKey',
    'TextGeneration'
);

--
-- Name: TYPE audit_action; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON TYPE ops.audit_action IS 'What the audit trail records.';

--
-- Name: visibility; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.visibility AS ENUM (
    'Company',
    'Team',
    'Private'
);

--
-- Name: TYPE visibility; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TYPE public.visibility IS 'Who sees a thing: everyone signed in (and only its team changes it), the members of its team, or its creator alone.';

--
-- Name: chunking_strategy; Type: TYPE; Schema: rag; Owner: -
--

CREATE TYPE rag.chunking_strategy AS ENUM (
    'ByTitle'
);

--
-- Name: TYPE chunking_strategy; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON TYPE rag.chunking_strategy IS 'How documents are cut into chunks: at their titles.';

--
-- Name: guard_icon(); Type: FUNCTION; Schema: assistants; Owner: -
--

CREATE FUNCTION assistants.guard_icon() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    -- Runs with the caller's rights, under the policies on objects.
    IF row_security_active(TG_RELID) AND NOT EXISTS (
        SELECT
        FROM storage.objects AS o
        WHERE o.team_id = NEW.team_id
            AND o.id = NEW.image_icon_object_id
            AND o.created_by = iam.current_user_id()
    ) THEN
        -- With the name, as the error of a policy has it.
        RAISE EXCEPTION 'the icon must be an object of the team that one uploaded (%)', TG_NAME
            USING ERRCODE = 'insufficient_privilege',
                SCHEMA = TG_TABLE_SCHEMA,
                TABLE = TG_TABLE_NAME,
                CONSTRAINT = TG_NAME;
    END IF;

    RETURN NEW;
END
$$;

--
-- Name: FUNCTION guard_icon(); Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON FUNCTION assistants.guard_icon() IS 'Trigger: keeps people from showing what others uploaded by making it the icon of a prompt.';

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: api_keys; Type: TABLE; Schema: iam; Owner: -
--

CREATE TABLE iam.api_keys (
    id integer NOT NULL,
    prompt_id integer,
    user_id integer NOT NULL,
    team_id integer NOT NULL,
    name character varying NOT NULL,
    api_key character varying NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    external_id uuid DEFAULT gen_random_uuid() NOT NULL,
    key_prefix text,
    description text,
    rate_limit integer DEFAULT 0 NOT NULL,
    status text DEFAULT 'active'::text NOT NULL,
    is_active boolean GENERATED ALWAYS AS ((status = 'active'::text)) STORED NOT NULL,
    expires_at timestamp with time zone,
    last_used_at timestamp with time zone,
    deleted_at timestamp with time zone,
    quota bigint,
    used_quota bigint DEFAULT 0 NOT NULL,
    scopes text[] DEFAULT '{}'::text[] NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    key_hash text GENERATED ALWAYS AS (api_key) STORED NOT NULL,
    CONSTRAINT api_keys_api_key_check CHECK (((api_key)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT api_keys_key_prefix_check CHECK ((char_length(key_prefix) <= 8)),
    CONSTRAINT api_keys_quota_check CHECK ((quota >= 0)),
    CONSTRAINT api_keys_rate_limit_check CHECK ((rate_limit >= 0)),
    CONSTRAINT api_keys_scopes_no_null_check CHECK ((array_position(scopes, NULL::text) IS NULL)),
    CONSTRAINT api_keys_status_check CHECK ((status = ANY (ARRAY['active'::text, 'disabled'::text, 'revoked'::text]))),
    CONSTRAINT api_keys_used_quota_check CHECK ((used_quota >= 0))
);

--
-- Name: TABLE api_keys; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON TABLE iam.api_keys IS 'A key by which a program acts for a person in a team.';

--
-- Name: COLUMN api_keys.id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.id IS 'Identifier of the key.';

--
-- Name: COLUMN api_keys.prompt_id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.prompt_id IS 'Assistant the key is tied to; NULL for a key that is not, as for MCP.';

--
-- Name: COLUMN api_keys.user_id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.user_id IS 'Person the key acts for.';

--
-- Name: COLUMN api_keys.team_id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.team_id IS 'Team the key acts in.';

--
-- Name: COLUMN api_keys.name; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.name IS 'Name given by the person.';

--
-- Name: COLUMN api_keys.api_key; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.api_key IS 'SHA-256 of the key in lower-case hexadecimal; the key itself is never stored.';

--
-- Name: COLUMN api_keys.created_at; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.created_at IS 'When the key was made.';

--
-- Name: COLUMN api_keys.external_id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.external_id IS 'Identifier to show outside, which tells nothing about the number of keys.';

--
-- Name: COLUMN api_keys.key_prefix; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.key_prefix IS 'First characters of the key, at most eight, to recognise it by; NULL when they were not kept.';

--
-- Name: COLUMN api_keys.description; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.description IS 'What the key is for.';

--
-- Name: COLUMN api_keys.rate_limit; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.rate_limit IS 'Requests allowed per minute; 0 for no limit of its own.';

--
-- Name: COLUMN api_keys.status; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.status IS 'active; disabled for a time; or revoked for good.';

--
-- Name: COLUMN api_keys.is_active; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.is_active IS 'Whether the status is active; generated.';

--
-- Name: COLUMN api_keys.expires_at; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.expires_at IS 'From when on the key is refused; NULL for never.';

--
-- Name: COLUMN api_keys.last_used_at; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.last_used_at IS 'When the key was last used, to the minute.';

--
-- Name: COLUMN api_keys.deleted_at; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.deleted_at IS 'When the key was taken out of sight, its history kept; NULL while it is in use.';

--
-- Name: COLUMN api_keys.quota; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.quota IS 'Units the key may use in all; NULL for no limit.';

--
-- Name: COLUMN api_keys.used_quota; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.used_quota IS 'Units used so far.';

--
-- Name: COLUMN api_keys.scopes; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.scopes IS 'What the key is good for, as names the application defines; empty for everything.';

--
-- Name: COLUMN api_keys.updated_at; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.updated_at IS 'When the key last changed; using it is not a change.';

--
-- Name: COLUMN api_keys.key_hash; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.api_keys.key_hash IS 'The same value as api_key, under the name that says what it is; generated.';

--
-- Name: chats; Type: TABLE; Schema: llm; Owner: -
--

CREATE TABLE llm.chats (
    id integer NOT NULL,
    conversation_id bigint NOT NULL,
    status llm.chat_status DEFAULT 'Pending'::llm.chat_status NOT NULL,
    prompt_id integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    tool_calls character varying,
    content character varying,
    tool_call_id character varying,
    role llm.chat_role DEFAULT 'User'::llm.chat_role NOT NULL,
    automation_run_id integer,
    team_id integer NOT NULL,
    user_id integer NOT NULL
);

--
-- Name: TABLE chats; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TABLE llm.chats IS 'One turn of a conversation: what a person, an assistant or a tool said.';

--
-- Name: COLUMN chats.id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.chats.id IS 'Identifier of the turn; ascends within a conversation.';

--
-- Name: COLUMN chats.conversation_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.chats.conversation_id IS 'Conversation it is part of.';

--
-- Name: COLUMN chats.status; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.chats.status IS 'How far the answer has come.';

--
-- Name: COLUMN chats.prompt_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.chats.prompt_id IS 'Assistant that is asked, of the same team or shared with the company.';

--
-- Name: COLUMN chats.created_at; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.chats.created_at IS 'When it was said.';

--
-- Name: COLUMN chats.updated_at; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.chats.updated_at IS 'When the row last changed.';

--
-- Name: COLUMN chats.tool_calls; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.chats.tool_calls IS 'Calls of tools that the assistant asks for, as JSON text; NULL for none.';

--
-- Name: COLUMN chats.content; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.chats.content IS 'What was said; NULL until an answer is there, or when it is calls of tools only.';

--
-- Name: COLUMN chats.tool_call_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.chats.tool_call_id IS 'The call that this is the result of; NULL for what no tool said.';

--
-- Name: COLUMN chats.role; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.chats.role IS 'Who says it.';

--
-- Name: COLUMN chats.automation_run_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.chats.automation_run_id IS 'Run of an automation that said it; NULL when a person sits there. A run with turns cannot be deleted.';

--
-- Name: COLUMN chats.team_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.chats.team_id IS 'Team of the conversation.';

--
-- Name: COLUMN chats.user_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.chats.user_id IS 'Person whose conversation it is.';

--
-- Name: is_used_by_others(integer, integer); Type: FUNCTION; Schema: assistants; Owner: -
--

CREATE FUNCTION assistants.is_used_by_others(prompt_id integer, team_id integer) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN ((EXISTS (SELECT FROM llm.chats c WHERE ((c.prompt_id = is_used_by_others.prompt_id) AND (c.team_id <> is_used_by_others.team_id)))) OR (EXISTS (SELECT FROM iam.api_keys k WHERE ((k.prompt_id = is_used_by_others.prompt_id) AND (k.team_id <> is_used_by_others.team_id)))));

--
-- Name: FUNCTION is_used_by_others(prompt_id integer, team_id integer); Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON FUNCTION assistants.is_used_by_others(prompt_id integer, team_id integer) IS 'Whether another team than the one named has chats with a prompt, or keys for it.';

--
-- Name: keep_what_others_use(); Type: FUNCTION; Schema: assistants; Owner: -
--

CREATE FUNCTION assistants.keep_what_others_use() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    -- Not where a whole team is deleted, which the server does with the rights of the owner.
    IF row_security_active(TG_RELID) AND assistants.is_used_by_others(OLD.id, OLD.team_id) THEN
        RAISE EXCEPTION 'other teams use this assistant, and would lose their chats and keys'
            USING ERRCODE = 'restrict_violation',
                HINT = 'make it visible to the team alone',
                SCHEMA = TG_TABLE_SCHEMA,
                TABLE = TG_TABLE_NAME,
                CONSTRAINT = TG_NAME;
    END IF;

    RETURN OLD;
END
$$;

--
-- Name: FUNCTION keep_what_others_use(); Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON FUNCTION assistants.keep_what_others_use() IS 'Trigger: keeps people from deleting an assistant, and with it what other teams said to it.';

--
-- Name: cron_schedule(text); Type: FUNCTION; Schema: automation; Owner: -
--

CREATE FUNCTION automation.cron_schedule(expression text, OUT minutes integer[], OUT hours integer[], OUT days_of_month integer[], OUT months integer[], OUT days_of_week integer[], OUT either_day boolean) RETURNS record
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    -- Other collations put other letters into lower case than those of the names.
    folded text := lower(expression COLLATE "C");
    fields text[];
BEGIN
    -- The work grows with the square of the length: a list of 20,000 items took two minutes.
    IF char_length(expression) > 255 THEN
        RETURN;
    END IF;

    folded := CASE folded
        WHEN '@hourly' THEN '0 * * * *'
        WHEN '@daily' THEN '0 0 * * *'
        WHEN '@midnight' THEN '0 0 * * *'
        WHEN '@weekly' THEN '0 0 * * 0'
        WHEN '@monthly' THEN '0 0 1 * *'
        WHEN '@yearly' THEN '0 0 1 1 *'
        WHEN '@annually' THEN '0 0 1 1 *'
        ELSE folded
    END;
    fields := regexp_split_to_array(folded, '[ \t]+');

    IF array_length(fields, 1) <> 5 THEN
        RETURN;
    END IF;

    minutes := automation.cron_values(fields[1], 0, 59);
    hours := automation.cron_values(fields[2], 0, 23);
    days_of_month := automation.cron_values(fields[3], 1, 31);
    months := automation.cron_values(
        fields[4],
        1,
        12,
        '{jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec}'
    );
    days_of_week := ARRAY(
        SELECT DISTINCT d.day % 7
        FROM unnest(
            automation.cron_values(fields[5], 0, 7, '{sun,mon,tue,wed,thu,fri,sat}')
        ) AS d (day)
        ORDER BY d.day % 7
    );

    -- NULL where a field is none, as the result says of the expression.
    IF num_nulls(minutes, hours, days_of_month, months) = 0 AND days_of_week <> '{}' THEN
        either_day := fields[3] NOT LIKE '*%' AND fields[5] NOT LIKE '*%';
    END IF;
END
$$;

--
-- Name: FUNCTION cron_schedule(expression text, OUT minutes integer[], OUT hours integer[], OUT days_of_month integer[], OUT months integer[], OUT days_of_week integer[], OUT either_day boolean); Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON FUNCTION automation.cron_schedule(expression text, OUT minutes integer[], OUT hours integer[], OUT days_of_month integer[], OUT months integer[], OUT days_of_week integer[], OUT either_day boolean) IS 'The numbers a cron expression stands for, Sunday as 0, and whether one of the two days is enough, as when neither of their fields starts with an asterisk; either_day is NULL when it is no cron expression.';

--
-- Name: cron_values(text, integer, integer, text[]); Type: FUNCTION; Schema: automation; Owner: -
--

CREATE FUNCTION automation.cron_values(field text, lowest integer, highest integer, names text[] DEFAULT '{}'::text[]) RETURNS integer[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
    item text;
    parts text[];
    first integer;
    last integer;
    step integer;
    found integer[] := '{}';
BEGIN
    FOREACH item IN ARRAY string_to_array(field, ',') LOOP
        parts := regexp_match(
            item, '^(?:\*|([0-9]{1,2}|[a-z]{3})(?:-([0-9]{1,2}|[a-z]{3}))?)(?:/([0-9]{1,2}))?$'
        );

        IF parts IS NULL THEN
            RETURN NULL;
        END IF;

        IF parts[1] IS NULL THEN
            first := lowest;
            last := highest;
        ELSE
            first := coalesce(
                lowest - 1 + array_position(names, parts[1]),
                CASE WHEN parts[1] ~ '^[0-9]' THEN parts[1]::integer END
            );
            last := coalesce(
                lowest - 1 + array_position(names, parts[2]),
                CASE WHEN parts[2] ~ '^[0-9]' THEN parts[2]::integer END
            );

            -- A step needs something to step through: `5/15` means different things elsewhere.
            IF parts[2] IS NULL AND parts[3] IS NULL THEN
                last := first;
            END IF;
        END IF;

        step := coalesce(parts[3]::integer, 1);

        -- An unknown name, and a step without a range, make a comparison with NULL.
        IF (first BETWEEN lowest AND last AND last <= highest AND step BETWEEN 1 AND highest)
            IS NOT TRUE
        THEN
            RETURN NULL;
        END IF;

        found := found || ARRAY(
            SELECT s.value
            FROM generate_series(first, last, step) AS s (value)
        );
    END LOOP;

    -- Nothing at all was between the blanks, or the commas.
    IF found = '{}' THEN
        RETURN NULL;
    END IF;

    RETURN ARRAY(SELECT DISTINCT f.value FROM unnest(found) AS f (value) ORDER BY f.value);
END
$_$;

--
-- Name: FUNCTION cron_values(field text, lowest integer, highest integer, names text[]); Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON FUNCTION automation.cron_values(field text, lowest integer, highest integer, names text[]) IS 'The numbers that one field of a cron expression stands for, ascending, each once; NULL when it is none. Names are those of the numbers from the lowest on, in lower case.';

--
-- Name: is_cron_expression(text); Type: FUNCTION; Schema: automation; Owner: -
--

CREATE FUNCTION automation.is_cron_expression(expression text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ((automation.cron_schedule(expression)).either_day IS NOT NULL);

--
-- Name: FUNCTION is_cron_expression(expression text); Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON FUNCTION automation.is_cron_expression(expression text) IS 'Whether a text is a cron expression: five fields of numbers, names, ranges, steps and lists, or one of @hourly, @daily, @midnight, @weekly, @monthly, @yearly and @annually.';

--
-- Name: next_run(text, timestamp with time zone); Type: FUNCTION; Schema: automation; Owner: -
--

CREATE FUNCTION automation.next_run(expression text, after timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    schedule record;
    -- The first whole minute to consider.
    earliest timestamp without time zone
        := date_trunc('minute', after AT TIME ZONE 'UTC') + interval '1 minute';
    day date := earliest;
    -- A 29 February that is a Sunday comes again after 28 years, across a year like 2100 after 40.
    last_day date := day + interval '41 years';
    on_day_of_month boolean;
    on_day_of_week boolean;
    found timestamp without time zone;
BEGIN
    SELECT
        s.minutes,
        s.hours,
        s.days_of_month,
        s.months,
        s.days_of_week,
        s.either_day
    INTO schedule
    FROM automation.cron_schedule(expression) AS s;

    IF schedule.either_day IS NULL OR NOT isfinite(after) THEN
        RETURN NULL;
    END IF;

    WHILE day <= last_day LOOP
        IF extract(month FROM day) <> ALL (schedule.months) THEN
            day := date_trunc('month', day::timestamp) + interval '1 month';
            CONTINUE;
        END IF;

        on_day_of_month := extract(day FROM day) = ANY (schedule.days_of_month);
        on_day_of_week := extract(dow FROM day) = ANY (schedule.days_of_week);

        IF (on_day_of_month AND on_day_of_week)
            OR (schedule.either_day AND (on_day_of_month OR on_day_of_week))
        THEN
            SELECT min(day + make_time(h.hour, m.minute, 0))
            INTO found
            FROM unnest(schedule.hours) AS h (hour)
            CROSS JOIN unnest(schedule.minutes) AS m (minute)
            WHERE day + make_time(h.hour, m.minute, 0) >= earliest;

            IF found IS NOT NULL THEN
                RETURN found AT TIME ZONE 'UTC';
            END IF;
        END IF;

        day := day + 1;
    END LOOP;

    -- A day that never comes, like 30 February.
    RETURN NULL;
END
$$;

--
-- Name: FUNCTION next_run(expression text, after timestamp with time zone); Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON FUNCTION automation.next_run(expression text, after timestamp with time zone) IS 'The first time after another one that a cron expression stands for, in UTC; NULL when there is none. Where both days are given, one of them is enough, unless a field starts with an asterisk.';

--
-- Name: set_next_run_at(); Type: FUNCTION; Schema: automation; Owner: -
--

CREATE FUNCTION automation.set_next_run_at() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    NEW.next_run_at := automation.next_run(NEW.cron_expression, now());

    RETURN NEW;
END
$$;

--
-- Name: FUNCTION set_next_run_at(); Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON FUNCTION automation.set_next_run_at() IS 'Trigger: sets next_run_at, so that a changed expression counts from now on.';

--
-- Name: current_user_id(); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.current_user_id() RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('app.user_id'::text, true), ''::text))::integer;

--
-- Name: FUNCTION current_user_id(); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.current_user_id() IS 'The person on whose behalf the transaction runs, from the setting app.user_id; NULL when none is set.';

--
-- Name: users; Type: TABLE; Schema: iam; Owner: -
--

CREATE TABLE iam.users (
    id integer NOT NULL,
    openid_sub character varying NOT NULL,
    email character varying NOT NULL,
    first_name character varying,
    last_name character varying,
    system_admin boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    username text,
    password_hash text,
    status text DEFAULT 'active'::text NOT NULL,
    CONSTRAINT users_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text, 'deactivated'::text])))
);

--
-- Name: TABLE users; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON TABLE iam.users IS 'A person with an account.';

--
-- Name: COLUMN users.id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.users.id IS 'Identifier of the person.';

--
-- Name: COLUMN users.openid_sub; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.users.openid_sub IS 'Subject claim of the identity provider; a generated local: value for an account with a password only.';

--
-- Name: COLUMN users.email; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.users.email IS 'E-mail address, unique without regard to case.';

--
-- Name: COLUMN users.first_name; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.users.first_name IS 'Given name.';

--
-- Name: COLUMN users.last_name; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.users.last_name IS 'Family name.';

--
-- Name: COLUMN users.system_admin; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.users.system_admin IS 'Whether the person administers the whole installation.';

--
-- Name: COLUMN users.created_at; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.users.created_at IS 'When the account was made.';

--
-- Name: COLUMN users.updated_at; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.users.updated_at IS 'When the account last changed.';

--
-- Name: COLUMN users.username; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.users.username IS 'Name to sign in with; NULL for an account of an identity provider.';

--
-- Name: COLUMN users.password_hash; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.users.password_hash IS 'Argon2 hash of the password, made by the application; NULL when the account has none.';

--
-- Name: COLUMN users.status; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.users.status IS 'active; suspended by an administrator; or deactivated, closed but kept for history.';

--
-- Name: current_email(); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.current_email() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN (SELECT lower((u.email)::text) AS lower FROM iam.users u WHERE ((u.id = iam.current_user_id()) AND (u.status = 'active'::text)));

--
-- Name: FUNCTION current_email(); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.current_email() IS 'E-mail address of the current person in lower case, by which invitations are addressed; NULL when nobody is signed in.';

--
-- Name: invitations; Type: TABLE; Schema: iam; Owner: -
--

CREATE TABLE iam.invitations (
    id integer NOT NULL,
    team_id integer NOT NULL,
    email character varying NOT NULL,
    first_name character varying NOT NULL,
    last_name character varying NOT NULL,
    roles iam.role[] NOT NULL,
    invitation_selector character varying NOT NULL,
    invitation_verifier_hash character varying NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT invitations_roles_check CHECK (('SystemAdministrator'::iam.role <> ALL (roles))),
    CONSTRAINT invitations_roles_no_null_check CHECK ((array_position(roles, NULL::iam.role) IS NULL))
);

--
-- Name: TABLE invitations; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON TABLE iam.invitations IS 'An invitation to join a team, not yet accepted.';

--
-- Name: COLUMN invitations.id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.invitations.id IS 'Identifier of the invitation.';

--
-- Name: COLUMN invitations.team_id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.invitations.team_id IS 'Team the person is invited to.';

--
-- Name: COLUMN invitations.email; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.invitations.email IS 'E-mail address the invitation was sent to.';

--
-- Name: COLUMN invitations.first_name; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.invitations.first_name IS 'Given name of the invited person.';

--
-- Name: COLUMN invitations.last_name; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.invitations.last_name IS 'Family name of the invited person.';

--
-- Name: COLUMN invitations.roles; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.invitations.roles IS 'Roles the person gets in the team on accepting.';

--
-- Name: COLUMN invitations.invitation_selector; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.invitations.invitation_selector IS 'Public half of the link: finds the invitation, proves nothing.';

--
-- Name: COLUMN invitations.invitation_verifier_hash; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.invitations.invitation_verifier_hash IS 'SHA-256 of the secret half of the link; compared by the application in constant time.';

--
-- Name: COLUMN invitations.created_at; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.invitations.created_at IS 'When the invitation was made.';

--
-- Name: team_users; Type: TABLE; Schema: iam; Owner: -
--

CREATE TABLE iam.team_users (
    user_id integer NOT NULL,
    team_id integer NOT NULL,
    roles iam.role[] NOT NULL,
    CONSTRAINT team_users_roles_check CHECK (('SystemAdministrator'::iam.role <> ALL (roles))),
    CONSTRAINT team_users_roles_no_null_check CHECK ((array_position(roles, NULL::iam.role) IS NULL))
);

--
-- Name: TABLE team_users; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON TABLE iam.team_users IS 'Membership of a person in a team.';

--
-- Name: COLUMN team_users.user_id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.team_users.user_id IS 'The member.';

--
-- Name: COLUMN team_users.team_id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.team_users.team_id IS 'The team.';

--
-- Name: COLUMN team_users.roles; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.team_users.roles IS 'Roles of the member within this team.';

--
-- Name: accept_invitation(integer); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.accept_invitation(invitation_id integer) RETURNS SETOF iam.team_users
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 WITH accepted AS (
          DELETE FROM iam.invitations i
           WHERE ((i.id = accept_invitation.invitation_id) AND (lower((i.email)::text) = iam.current_email()))
           RETURNING i.team_id,
             i.roles
         )
  INSERT INTO iam.team_users AS tu (user_id, team_id, roles)  SELECT iam.current_user_id() AS current_user_id,
             a.team_id,
             a.roles
            FROM accepted a ON CONFLICT(user_id, team_id) DO UPDATE SET roles = ARRAY( SELECT DISTINCT r.role
            FROM unnest((tu.roles || excluded.roles)) r(role)
           ORDER BY r.role)
   RETURNING tu.user_id,
     tu.team_id,
     tu.roles;
END;

--
-- Name: FUNCTION accept_invitation(invitation_id integer); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.accept_invitation(invitation_id integer) IS 'Uses up an invitation addressed to the current person, who becomes a member of its team or gets its roles too; no row when there is none.';

--
-- Name: is_signed_in(); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.is_signed_in() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN (EXISTS (SELECT FROM iam.users u WHERE ((u.id = iam.current_user_id()) AND (u.status = 'active'::text))));

--
-- Name: FUNCTION is_signed_in(); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.is_signed_in() IS 'Whether a person is set whose account is active.';

--
-- Name: teams; Type: TABLE; Schema: iam; Owner: -
--

CREATE TABLE iam.teams (
    id integer NOT NULL,
    name character varying,
    created_by_user_id integer NOT NULL,
    slug text NOT NULL
);

--
-- Name: TABLE teams; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON TABLE iam.teams IS 'A team: the tenant that owns data.';

--
-- Name: COLUMN teams.id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.teams.id IS 'Identifier of the team.';

--
-- Name: COLUMN teams.name; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.teams.name IS 'Name shown to people; NULL until somebody names the team.';

--
-- Name: COLUMN teams.created_by_user_id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.teams.created_by_user_id IS 'Person who created the team. Not a foreign key: the team outlives the person''s account.';

--
-- Name: COLUMN teams.slug; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.teams.slug IS 'Name of the team in addresses, made by a trigger from its name and id.';

--
-- Name: create_team(character varying); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.create_team(name character varying) RETURNS SETOF iam.teams
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 WITH founded AS (
          INSERT INTO iam.teams (name, created_by_user_id)
           VALUES (create_team.name,
                 CASE
                     WHEN iam.is_signed_in() THEN iam.current_user_id()
                     ELSE NULL::integer
                 END)
           RETURNING teams.id,
             teams.name,
             teams.created_by_user_id,
             teams.slug
         ), joined AS (
          INSERT INTO iam.team_users (user_id, team_id, roles)  SELECT f_1.created_by_user_id,
                     f_1.id,
                     '{TeamManager,Collaborator}'
                    FROM founded f_1
         )
  SELECT f.id,
     f.name,
     f.created_by_user_id,
     f.slug
    FROM founded f;
END;

--
-- Name: FUNCTION create_team(name character varying); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.create_team(name character varying) IS 'Makes a team of the current person, who becomes its manager and first collaborator; an error when nobody is signed in.';

--
-- Name: current_team_id(); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.current_team_id() RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('app.team_id'::text, true), ''::text))::integer;

--
-- Name: FUNCTION current_team_id(); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.current_team_id() IS 'The one team the transaction is limited to, from the setting app.team_id; NULL for all teams of the person.';

--
-- Name: current_roles(integer); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.current_roles(within integer DEFAULT NULL::integer) RETURNS SETOF iam.role
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT held.role
    FROM (iam.users u
      CROSS JOIN LATERAL ( SELECT unnest(tu.roles) AS unnest
            FROM iam.team_users tu
           WHERE ((tu.user_id = u.id) AND (tu.team_id = COALESCE(current_roles.within, tu.team_id)) AND (tu.team_id = COALESCE(iam.current_team_id(), tu.team_id)))
         UNION
          SELECT 'SystemAdministrator'::iam.role
           WHERE u.system_admin) held(role))
   WHERE ((u.id = iam.current_user_id()) AND (u.status = 'active'::text));
END;

--
-- Name: FUNCTION current_roles(within integer); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.current_roles(within integer) IS 'The roles that the current person holds in a team, or in any where it is NULL, each once.';

--
-- Name: current_team_ids(); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.current_team_ids() RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT tu.team_id
    FROM (iam.team_users tu
      JOIN iam.users u ON ((u.id = tu.user_id)))
   WHERE ((tu.user_id = iam.current_user_id()) AND (u.status = 'active'::text) AND (tu.team_id = COALESCE(iam.current_team_id(), tu.team_id)));
END;

--
-- Name: FUNCTION current_team_ids(); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.current_team_ids() IS 'The teams of the current person, or the one of them that the transaction is limited to.';

--
-- Name: guard_account(); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.guard_account() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    -- Not by the name of the role, which one that is a member of it has not.
    IF row_security_active(TG_RELID)
        AND NOT pg_has_role('application_system', 'USAGE')
        AND NOT iam.is_system_admin()
    THEN
        RAISE EXCEPTION 'only an administrator changes address, username, status or rights of an account'
            USING ERRCODE = 'insufficient_privilege',
                SCHEMA = TG_TABLE_SCHEMA,
                TABLE = TG_TABLE_NAME,
                CONSTRAINT = TG_NAME;
    END IF;

    RETURN NEW;
END
$$;

--
-- Name: FUNCTION guard_account(); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.guard_account() IS 'Trigger: keeps people from changing their own rights, and the address that invitations go by.';

--
-- Name: guard_api_key(); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.guard_api_key() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF NOT row_security_active(TG_RELID) THEN
        RETURN NEW;
    END IF;

    -- Whoever knows the key acts for its person.
    IF OLD.api_key <> NEW.api_key AND OLD.user_id IS DISTINCT FROM iam.current_user_id() THEN
        RAISE EXCEPTION 'only the person of a key changes the key itself'
            USING ERRCODE = 'insufficient_privilege',
                SCHEMA = TG_TABLE_SCHEMA,
                TABLE = TG_TABLE_NAME,
                CONSTRAINT = TG_NAME;
    END IF;

    IF (OLD.status = 'revoked' AND NEW.status <> 'revoked')
        OR (OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NULL)
    THEN
        RAISE EXCEPTION 'a key that was revoked or deleted stays so'
            USING ERRCODE = 'insufficient_privilege',
                HINT = 'make a new key',
                SCHEMA = TG_TABLE_SCHEMA,
                TABLE = TG_TABLE_NAME,
                CONSTRAINT = TG_NAME;
    END IF;

    RETURN NEW;
END
$$;

--
-- Name: FUNCTION guard_api_key(); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.guard_api_key() IS 'Trigger: keeps managers from taking over a key, and anybody from using a revoked one again.';

--
-- Name: roles_permissions; Type: TABLE; Schema: iam; Owner: -
--

CREATE TABLE iam.roles_permissions (
    role iam.role NOT NULL,
    permission iam.permission NOT NULL
);

--
-- Name: TABLE roles_permissions; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON TABLE iam.roles_permissions IS 'Which permissions each role carries; changed by migrations only.';

--
-- Name: COLUMN roles_permissions.role; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.roles_permissions.role IS 'The role.';

--
-- Name: COLUMN roles_permissions.permission; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.roles_permissions.permission IS 'A permission the role carries.';

--
-- Name: has_permission(integer, iam.permission); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.has_permission(team_id integer, wanted iam.permission) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN (EXISTS (SELECT FROM iam.roles_permissions rp WHERE ((rp.permission = has_permission.wanted) AND (rp.role IN (SELECT held.role FROM iam.current_roles(COALESCE(has_permission.team_id, 0)) held(role))))));

--
-- Name: FUNCTION has_permission(team_id integer, wanted iam.permission); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.has_permission(team_id integer, wanted iam.permission) IS 'Whether the current person has a permission in a team; NULL asks for the whole installation.';

--
-- Name: inviting_team_ids(); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.inviting_team_ids() RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT i.team_id
    FROM iam.invitations i
   WHERE (lower((i.email)::text) = iam.current_email());
END;

--
-- Name: FUNCTION inviting_team_ids(); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.inviting_team_ids() IS 'The teams that invited the current person, who may know their names before joining.';

--
-- Name: permission_grants; Type: TABLE; Schema: iam; Owner: -
--

CREATE TABLE iam.permission_grants (
    id integer NOT NULL,
    user_id integer,
    role iam.role,
    resource text NOT NULL,
    action text NOT NULL,
    conditions jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT permission_grants_action_check CHECK ((action = ANY (ARRAY['Read'::text, 'Write'::text, 'Update'::text, 'Delete'::text, 'Admin'::text]))),
    CONSTRAINT permission_grants_conditions_check CHECK ((jsonb_typeof(conditions) = 'object'::text)),
    CONSTRAINT permission_grants_grantee_check CHECK ((num_nonnulls(user_id, role) = 1))
);

--
-- Name: TABLE permission_grants; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON TABLE iam.permission_grants IS 'Leave to act on a resource, given at run time to one person or to a role.';

--
-- Name: COLUMN permission_grants.id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.permission_grants.id IS 'Identifier of the grant.';

--
-- Name: COLUMN permission_grants.user_id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.permission_grants.user_id IS 'Person the grant is given to; NULL when it is given to a role.';

--
-- Name: COLUMN permission_grants.role; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.permission_grants.role IS 'Role the grant is given to; NULL when it is given to a person.';

--
-- Name: COLUMN permission_grants.resource; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.permission_grants.resource IS 'What may be acted on, by the name the application gives it.';

--
-- Name: COLUMN permission_grants.action; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.permission_grants.action IS 'What may be done: Read, Write (insert), Update, Delete, or Admin for all of them.';

--
-- Name: COLUMN permission_grants.conditions; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.permission_grants.conditions IS 'Keys and values that the context of the request must equal, all of them; an empty object for no condition.';

--
-- Name: COLUMN permission_grants.created_at; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.permission_grants.created_at IS 'When the grant was given.';

--
-- Name: is_granted(text, text, jsonb, integer); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.is_granted(wanted_resource text, wanted_action text, context jsonb DEFAULT '{}'::jsonb, team_id integer DEFAULT NULL::integer) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN (EXISTS (SELECT FROM iam.permission_grants g WHERE ((g.resource = is_granted.wanted_resource) AND (g.action = ANY (ARRAY[is_granted.wanted_action, 'Admin'::text])) AND iam.is_signed_in() AND ((g.user_id = iam.current_user_id()) OR (g.role IN (SELECT held.role FROM iam.current_roles(COALESCE(is_granted.team_id, 0)) held(role)))) AND (NOT (EXISTS (SELECT FROM jsonb_each(g.conditions) c(key, value) WHERE ((is_granted.context -> c.key) IS DISTINCT FROM c.value)))))));

--
-- Name: FUNCTION is_granted(wanted_resource text, wanted_action text, context jsonb, team_id integer); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.is_granted(wanted_resource text, wanted_action text, context jsonb, team_id integer) IS 'Whether a grant to the current person, or to a role held in the team, allows an action on a resource. Each key of the grant''s conditions must be in the context with an equal value; Admin allows every action.';

--
-- Name: is_system_admin(); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.is_system_admin() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN (EXISTS (SELECT FROM iam.users u WHERE ((u.id = iam.current_user_id()) AND (u.status = 'active'::text) AND u.system_admin)));

--
-- Name: FUNCTION is_system_admin(); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.is_system_admin() IS 'Whether the current person administers the whole installation.';

--
-- Name: managed_team_ids(); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.managed_team_ids() RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT tu.team_id
    FROM (iam.team_users tu
      JOIN iam.users u ON ((u.id = tu.user_id)))
   WHERE ((tu.user_id = iam.current_user_id()) AND (u.status = 'active'::text) AND (tu.team_id = COALESCE(iam.current_team_id(), tu.team_id)) AND ('TeamManager'::iam.role = ANY (tu.roles)));
END;

--
-- Name: FUNCTION managed_team_ids(); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.managed_team_ids() IS 'Those of iam.current_team_ids() in which the current person is a manager.';

--
-- Name: set_first_user_as_admin(); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.set_first_user_as_admin() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    -- All registrations but the very first ones end here, without a lock.
    IF EXISTS (SELECT FROM iam.users) THEN
        RETURN NEW;
    END IF;

    -- A stricter isolation would go on looking at the snapshot from before the lock, and two first
    -- users could both be promoted. SERIALIZABLE would fail one of two such transactions only if
    -- both were serializable.
    IF current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
        RAISE EXCEPTION 'the first user can be added under READ COMMITTED only'
            USING ERRCODE = 'invalid_transaction_state',
                HINT = 'Add the first user in a transaction of its own.';
    END IF;

    -- Held until the end of the transaction: whoever waits here continues after the other one
    -- committed or rolled back. Under READ COMMITTED each statement of a volatile function takes
    -- a new snapshot, so that the second look sees what the other one committed.
    PERFORM pg_advisory_xact_lock(hashtextextended('iam.users: first administrator', 0));

    IF NOT EXISTS (SELECT FROM iam.users) THEN
        NEW.system_admin := true;
    END IF;

    RETURN NEW;
END
$$;

--
-- Name: FUNCTION set_first_user_as_admin(); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.set_first_user_as_admin() IS 'Trigger: makes the first person ever registered the system administrator, exactly one even in a race.';

--
-- Name: set_team_slug(); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.set_team_slug() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    base text;
BEGIN
    -- A name in another script slugifies to nothing: nullif moves on to the next source.
    base := nullif(iam.slugify(NEW.name), '');

    IF base IS NULL THEN
        SELECT nullif(iam.slugify(split_part(u.email, '@', 1)), '')
        INTO base
        FROM iam.users AS u
        WHERE u.id = NEW.created_by_user_id;
    END IF;

    NEW.slug := coalesce(base, 'team') || '--' || NEW.id;
    RETURN NEW;
END
$$;

--
-- Name: FUNCTION set_team_slug(); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.set_team_slug() IS 'Trigger: makes the slug from the team''s name, else from its creator''s e-mail address, else from ''team'', and its id.';

--
-- Name: slugify(text); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.slugify(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN TRIM(BOTH '-'::text FROM regexp_replace(lower(value), '[^a-z0-9]+'::text, '-'::text, 'g'::text));

--
-- Name: FUNCTION slugify(value text); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.slugify(value text) IS 'Lower-case text in which each run of anything but a-z and 0-9 is one hyphen, none at the ends; may be empty.';

--
-- Name: team_ids_with(iam.permission); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.team_ids_with(wanted iam.permission) RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT tu.team_id
    FROM (iam.team_users tu
      JOIN iam.users u ON ((u.id = tu.user_id)))
   WHERE ((tu.user_id = iam.current_user_id()) AND (u.status = 'active'::text) AND (tu.team_id = COALESCE(iam.current_team_id(), tu.team_id)) AND (EXISTS ( SELECT
            FROM iam.roles_permissions rp
           WHERE ((rp.permission = team_ids_with.wanted) AND ((rp.role = ANY (tu.roles)) OR ((rp.role = 'SystemAdministrator'::iam.role) AND u.system_admin))))));
END;

--
-- Name: FUNCTION team_ids_with(wanted iam.permission); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.team_ids_with(wanted iam.permission) IS 'Those of iam.current_team_ids() in which the current person has a permission.';

--
-- Name: visible_user_ids(); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.visible_user_ids() RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT iam.current_user_id() AS current_user_id
   WHERE iam.is_signed_in()
 UNION
  SELECT mate.user_id
    FROM iam.team_users mate
   WHERE (mate.team_id IN ( SELECT iam.current_team_ids() AS current_team_ids))
 UNION
  SELECT t.created_by_user_id
    FROM iam.teams t
   WHERE (t.id IN ( SELECT iam.current_team_ids() AS current_team_ids
         UNION ALL
          SELECT iam.inviting_team_ids() AS inviting_team_ids));
END;

--
-- Name: FUNCTION visible_user_ids(); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.visible_user_ids() IS 'The people that the current person may know of: oneself, those who share a team, and the founders of one''s teams and of teams that sent an invitation.';

--
-- Name: api_key_connections; Type: TABLE; Schema: integrations; Owner: -
--

CREATE TABLE integrations.api_key_connections (
    id integer NOT NULL,
    integration_id integer NOT NULL,
    user_id integer NOT NULL,
    team_id integer NOT NULL,
    visibility public.visibility NOT NULL,
    api_key text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    external_id uuid DEFAULT gen_random_uuid() NOT NULL
);

--
-- Name: TABLE api_key_connections; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON TABLE integrations.api_key_connections IS 'A key to the service of an integration, brought by a person for a team.';

--
-- Name: COLUMN api_key_connections.id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.api_key_connections.id IS 'Identifier of the connection.';

--
-- Name: COLUMN api_key_connections.integration_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.api_key_connections.integration_id IS 'Integration whose service the key opens.';

--
-- Name: COLUMN api_key_connections.user_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.api_key_connections.user_id IS 'Person who brought the key.';

--
-- Name: COLUMN api_key_connections.team_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.api_key_connections.team_id IS 'Team whose assistants may use the connection.';

--
-- Name: COLUMN api_key_connections.visibility; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.api_key_connections.visibility IS 'Who sees that the connection exists; the key itself is shown to nobody.';

--
-- Name: COLUMN api_key_connections.api_key; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.api_key_connections.api_key IS 'Key, encrypted by the application before it is sent here.';

--
-- Name: COLUMN api_key_connections.created_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.api_key_connections.created_at IS 'When the connection was made.';

--
-- Name: COLUMN api_key_connections.external_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.api_key_connections.external_id IS 'Identifier to show outside, which tells nothing about the number of connections.';

--
-- Name: oauth2_connections; Type: TABLE; Schema: integrations; Owner: -
--

CREATE TABLE integrations.oauth2_connections (
    id integer NOT NULL,
    integration_id integer NOT NULL,
    user_id integer NOT NULL,
    team_id integer NOT NULL,
    visibility public.visibility NOT NULL,
    access_token text NOT NULL,
    refresh_token text,
    expires_at timestamp with time zone,
    scopes jsonb DEFAULT '[]'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    external_id uuid DEFAULT gen_random_uuid() NOT NULL,
    CONSTRAINT oauth2_connections_scopes_check CHECK ((jsonb_typeof(scopes) = 'array'::text))
);

--
-- Name: TABLE oauth2_connections; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON TABLE integrations.oauth2_connections IS 'Leave to use the service of an integration, got by a person for a team with OAuth 2.';

--
-- Name: COLUMN oauth2_connections.id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.oauth2_connections.id IS 'Identifier of the connection.';

--
-- Name: COLUMN oauth2_connections.integration_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.oauth2_connections.integration_id IS 'Integration whose service the tokens open.';

--
-- Name: COLUMN oauth2_connections.user_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.oauth2_connections.user_id IS 'Person who gave leave at the service.';

--
-- Name: COLUMN oauth2_connections.team_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.oauth2_connections.team_id IS 'Team whose assistants may use the connection.';

--
-- Name: COLUMN oauth2_connections.visibility; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.oauth2_connections.visibility IS 'Who sees that the connection exists; the tokens themselves are shown to nobody.';

--
-- Name: COLUMN oauth2_connections.access_token; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.oauth2_connections.access_token IS 'Access token, encrypted by the application before it is sent here.';

--
-- Name: COLUMN oauth2_connections.refresh_token; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.oauth2_connections.refresh_token IS 'Refresh token, encrypted by the application before it is sent here; NULL when the service gave none.';

--
-- Name: COLUMN oauth2_connections.expires_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.oauth2_connections.expires_at IS 'From when on the access token is refused; NULL when the service did not say.';

--
-- Name: COLUMN oauth2_connections.scopes; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.oauth2_connections.scopes IS 'What the tokens are good for, as a JSON array of the service''s own names; empty when it did not say.';

--
-- Name: COLUMN oauth2_connections.created_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.oauth2_connections.created_at IS 'When the connection was made.';

--
-- Name: COLUMN oauth2_connections.external_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.oauth2_connections.external_id IS 'Identifier to show outside, which tells nothing about the number of connections.';

--
-- Name: is_used_by_others(integer, integer); Type: FUNCTION; Schema: integrations; Owner: -
--

CREATE FUNCTION integrations.is_used_by_others(integration_id integer, team_id integer) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN ((EXISTS (SELECT FROM integrations.api_key_connections c WHERE ((c.integration_id = is_used_by_others.integration_id) AND (c.team_id <> is_used_by_others.team_id)))) OR (EXISTS (SELECT FROM integrations.oauth2_connections c WHERE ((c.integration_id = is_used_by_others.integration_id) AND (c.team_id <> is_used_by_others.team_id)))));

--
-- Name: FUNCTION is_used_by_others(integration_id integer, team_id integer); Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON FUNCTION integrations.is_used_by_others(integration_id integer, team_id integer) IS 'Whether another team than the one named has connections to an integration.';

--
-- Name: keep_what_others_use(); Type: FUNCTION; Schema: integrations; Owner: -
--

CREATE FUNCTION integrations.keep_what_others_use() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    -- Not where a whole team is deleted, which the server does with the rights of the owner.
    IF row_security_active(TG_RELID) AND integrations.is_used_by_others(OLD.id, OLD.team_id) THEN
        RAISE EXCEPTION 'other teams use this integration, and would lose their connections'
            USING ERRCODE = 'restrict_violation',
                HINT = 'make it visible to the team alone',
                SCHEMA = TG_TABLE_SCHEMA,
                TABLE = TG_TABLE_NAME,
                CONSTRAINT = TG_NAME;
    END IF;

    RETURN OLD;
END
$$;

--
-- Name: FUNCTION keep_what_others_use(); Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON FUNCTION integrations.keep_what_others_use() IS 'Trigger: keeps people from deleting an integration, and with it the connections of other teams.';

--
-- Name: name_credential(); Type: FUNCTION; Schema: integrations; Owner: -
--

CREATE FUNCTION integrations.name_credential() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    NEW.name := NEW.provider_user_id;

    RETURN NEW;
END
$$;

--
-- Name: FUNCTION name_credential(); Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON FUNCTION integrations.name_credential() IS 'Trigger: names a credential without a name by its account at the provider.';

--
-- Name: take_back_connection(); Type: FUNCTION; Schema: integrations; Owner: -
--

CREATE FUNCTION integrations.take_back_connection() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    DELETE FROM integrations.prompt_integration AS pi
    USING assistants.prompts AS p
    WHERE p.id = pi.prompt_id
        AND p.created_by IS DISTINCT FROM NEW.user_id
        AND pi.team_id = NEW.team_id
        AND pi.integration_id = NEW.integration_id
        AND NEW.id = CASE TG_TABLE_NAME
            WHEN 'api_key_connections' THEN pi.api_connection_id
            ELSE pi.oauth2_connection_id
        END;

    RETURN NULL;
END
$$;

--
-- Name: FUNCTION take_back_connection(); Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON FUNCTION integrations.take_back_connection() IS 'Trigger: takes a connection that becomes private from the prompts of other people.';

--
-- Name: prompts; Type: TABLE; Schema: assistants; Owner: -
--

CREATE TABLE assistants.prompts (
    id integer NOT NULL,
    team_id integer NOT NULL,
    model_id integer NOT NULL,
    visibility public.visibility NOT NULL,
    name character varying NOT NULL,
    max_history_items integer NOT NULL,
    max_chunks integer NOT NULL,
    max_completion_tokens integer,
    trim_ratio integer NOT NULL,
    temperature real,
    system_prompt character varying,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer NOT NULL,
    prompt_type assistants.prompt_type DEFAULT 'Assistant'::assistants.prompt_type NOT NULL,
    description character varying DEFAULT 'Please add a description'::character varying NOT NULL,
    disclaimer character varying DEFAULT 'LLMs can make mistakes. Check important info.'::character varying NOT NULL,
    example1 character varying,
    example2 character varying,
    example3 character varying,
    example4 character varying,
    category_id integer NOT NULL,
    image_icon_object_id integer,
    CONSTRAINT prompts_temperature_check CHECK (((temperature >= (0)::double precision) AND (temperature <= (2)::double precision))),
    CONSTRAINT prompts_trim_ratio_check CHECK (((trim_ratio >= 0) AND (trim_ratio <= 100)))
);

--
-- Name: TABLE prompts; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON TABLE assistants.prompts IS 'An assistant: a model with the instructions, limits and datasets that a team gave it.';

--
-- Name: COLUMN prompts.id; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.id IS 'Identifier of the prompt.';

--
-- Name: COLUMN prompts.team_id; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.team_id IS 'Team the prompt belongs to.';

--
-- Name: COLUMN prompts.model_id; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.model_id IS 'Model that answers.';

--
-- Name: COLUMN prompts.visibility; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.visibility IS 'Who sees the prompt: its creator, the team, or everyone signed in.';

--
-- Name: COLUMN prompts.name; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.name IS 'Name that people see.';

--
-- Name: COLUMN prompts.max_history_items; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.max_history_items IS 'How many earlier messages of a conversation are sent along, at most.';

--
-- Name: COLUMN prompts.max_chunks; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.max_chunks IS 'How many chunks of its datasets are sent along, at most.';

--
-- Name: COLUMN prompts.max_completion_tokens; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.max_completion_tokens IS 'Tokens an answer may have, at most; NULL for the limit of the model.';

--
-- Name: COLUMN prompts.trim_ratio; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.trim_ratio IS 'Percentage of the context to fill, so that history and chunks leave room for the answer.';

--
-- Name: COLUMN prompts.temperature; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.temperature IS 'How freely the model chooses its words, from 0 to 2; NULL for the default of the model.';

--
-- Name: COLUMN prompts.system_prompt; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.system_prompt IS 'Instructions sent before each conversation; NULL for none. Show them only to holders of the permission ViewSystemPrompt.';

--
-- Name: COLUMN prompts.created_at; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.created_at IS 'When the prompt was made.';

--
-- Name: COLUMN prompts.updated_at; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.updated_at IS 'When the prompt last changed.';

--
-- Name: COLUMN prompts.created_by; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.created_by IS 'Person who made the prompt; not a foreign key, because a prompt outlives that account.';

--
-- Name: COLUMN prompts.prompt_type; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.prompt_type IS 'What the prompt is: an assistant, a bare model or an automation.';

--
-- Name: COLUMN prompts.description; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.description IS 'What the assistant is for.';

--
-- Name: COLUMN prompts.disclaimer; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.disclaimer IS 'Warning shown below each conversation.';

--
-- Name: COLUMN prompts.example1; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.example1 IS 'First question offered to begin with; NULL for none.';

--
-- Name: COLUMN prompts.example2; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.example2 IS 'Second question offered to begin with; NULL for none.';

--
-- Name: COLUMN prompts.example3; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.example3 IS 'Third question offered to begin with; NULL for none.';

--
-- Name: COLUMN prompts.example4; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.example4 IS 'Fourth question offered to begin with; NULL for none.';

--
-- Name: COLUMN prompts.category_id; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.category_id IS 'Category the prompt is listed under.';

--
-- Name: COLUMN prompts.image_icon_object_id; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompts.image_icon_object_id IS 'Stored object with the icon; NULL for none.';

--
-- Name: token_usage_metrics; Type: TABLE; Schema: llm; Owner: -
--

CREATE TABLE llm.token_usage_metrics (
    id bigint NOT NULL,
    chat_id integer,
    api_key_id integer,
    type llm.token_usage_type NOT NULL,
    tokens integer NOT NULL,
    duration_ms integer,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    team_id integer NOT NULL,
    user_id integer NOT NULL,
    CONSTRAINT check_exclusive_reference CHECK ((((chat_id IS NOT NULL) AND (api_key_id IS NULL)) OR ((chat_id IS NULL) AND (api_key_id IS NOT NULL)))),
    CONSTRAINT token_usage_metrics_duration_ms_check CHECK ((duration_ms >= 0)),
    CONSTRAINT token_usage_metrics_tokens_check CHECK ((tokens >= 0))
);

--
-- Name: TABLE token_usage_metrics; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TABLE llm.token_usage_metrics IS 'Tokens that one exchange with a model took, in one direction.';

--
-- Name: COLUMN token_usage_metrics.id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.token_usage_metrics.id IS 'Identifier of the measurement.';

--
-- Name: COLUMN token_usage_metrics.chat_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.token_usage_metrics.chat_id IS 'Turn of a conversation they were used for; NULL when a key was used.';

--
-- Name: COLUMN token_usage_metrics.api_key_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.token_usage_metrics.api_key_id IS 'Key they were used with; NULL for a turn of a conversation.';

--
-- Name: COLUMN token_usage_metrics.type; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.token_usage_metrics.type IS 'Whether they were sent or came back.';

--
-- Name: COLUMN token_usage_metrics.tokens; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.token_usage_metrics.tokens IS 'How many tokens.';

--
-- Name: COLUMN token_usage_metrics.duration_ms; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.token_usage_metrics.duration_ms IS 'How long it took, in milliseconds; NULL when nobody measured.';

--
-- Name: COLUMN token_usage_metrics.created_at; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.token_usage_metrics.created_at IS 'When it was measured.';

--
-- Name: COLUMN token_usage_metrics.team_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.token_usage_metrics.team_id IS 'Team of the conversation or the key, whose members see the measurement.';

--
-- Name: COLUMN token_usage_metrics.user_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.token_usage_metrics.user_id IS 'Person of the conversation or the key.';

--
-- Name: models_of_recent_usage(); Type: FUNCTION; Schema: llm; Owner: -
--

CREATE FUNCTION llm.models_of_recent_usage() RETURNS TABLE(metric_id bigint, inference_type llm.inference_type, model_id integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 WITH recent AS (
          SELECT m.id,
             m.chat_id,
             m.api_key_id
            FROM llm.token_usage_metrics m
           WHERE ((m.created_at >= (now() - '00:01:00'::interval)) AND ((m.team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) OR ( SELECT iam.is_system_admin() AS is_system_admin) OR (COALESCE(NULLIF(current_setting('role'::text, true), 'none'::text), (SESSION_USER)::text) = ANY (ARRAY['application_system'::text, (CURRENT_USER)::text]))))
         )
  SELECT r.id,
     'Console'::llm.inference_type AS inference_type,
     p.model_id
    FROM ((recent r
      JOIN llm.chats c ON ((c.id = r.chat_id)))
      JOIN assistants.prompts p ON ((p.id = c.prompt_id)))
 UNION ALL
  SELECT r.id,
     'API'::llm.inference_type AS inference_type,
     p.model_id
    FROM ((recent r
      JOIN iam.api_keys k ON ((k.id = r.api_key_id)))
      JOIN assistants.prompts p ON ((p.id = k.prompt_id)));
END;

--
-- Name: FUNCTION models_of_recent_usage(); Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON FUNCTION llm.models_of_recent_usage() IS 'The model behind each measurement of the last minute that the caller sees. A key without an assistant has no model, so its measurements are left out.';

--
-- Name: rate_limit_windows; Type: TABLE; Schema: llm; Owner: -
--

CREATE UNLOGGED TABLE llm.rate_limit_windows (
    scope text NOT NULL,
    scope_id integer NOT NULL,
    window_start timestamp with time zone NOT NULL,
    requests integer DEFAULT 0 NOT NULL,
    tokens bigint DEFAULT 0 NOT NULL,
    CONSTRAINT rate_limit_windows_requests_check CHECK ((requests >= 0)),
    CONSTRAINT rate_limit_windows_scope_check CHECK ((scope = ANY (ARRAY['key'::text, 'model'::text, 'ability'::text]))),
    CONSTRAINT rate_limit_windows_tokens_check CHECK ((tokens >= 0))
)
WITH (fillfactor='50', autovacuum_vacuum_scale_factor='0.0', autovacuum_vacuum_threshold='1000');

--
-- Name: TABLE rate_limit_windows; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TABLE llm.rate_limit_windows IS 'Requests and tokens counted in one minute for one key, model or ability; emptied by a crash.';

--
-- Name: COLUMN rate_limit_windows.scope; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.rate_limit_windows.scope IS 'What is counted for: key, model or ability.';

--
-- Name: COLUMN rate_limit_windows.scope_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.rate_limit_windows.scope_id IS 'Identifier of the key, the model or the ability.';

--
-- Name: COLUMN rate_limit_windows.window_start; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.rate_limit_windows.window_start IS 'Start of the minute.';

--
-- Name: COLUMN rate_limit_windows.requests; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.rate_limit_windows.requests IS 'Requests let through.';

--
-- Name: COLUMN rate_limit_windows.tokens; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.rate_limit_windows.tokens IS 'Tokens let through; estimated until a request is settled.';

--
-- Name: purge_rate_limit_windows(); Type: FUNCTION; Schema: llm; Owner: -
--

CREATE FUNCTION llm.purge_rate_limit_windows() RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 WITH old AS (
          SELECT w.scope,
             w.scope_id,
             w.window_start
            FROM llm.rate_limit_windows w
           WHERE (w.window_start < (now() - '01:00:00'::interval))
          FOR UPDATE OF w SKIP LOCKED
         ), purged AS (
          DELETE FROM llm.rate_limit_windows w
            USING old o
           WHERE ((w.scope = o.scope) AND (w.scope_id = o.scope_id) AND (w.window_start = o.window_start))
           RETURNING w.scope
         )
  SELECT count(*) AS count
    FROM purged;
END;

--
-- Name: FUNCTION purge_rate_limit_windows(); Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON FUNCTION llm.purge_rate_limit_windows() IS 'Deletes the counters of windows that began more than an hour ago, and tells how many.';

--
-- Name: settle_request(integer, integer, integer, timestamp with time zone, integer, integer, bigint); Type: FUNCTION; Schema: llm; Owner: -
--

CREATE FUNCTION llm.settle_request(api_key_id integer, model_id integer, ability_id integer, window_start timestamp with time zone, estimated_tokens integer, actual_tokens integer, cost bigint, OUT quota_left bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF coalesce(least(estimated_tokens, actual_tokens, cost), -1) < 0
        OR num_nulls(estimated_tokens, actual_tokens, cost) > 0
    THEN
        RAISE EXCEPTION 'tokens and cost are 0 or more, and known'
            USING ERRCODE = 'invalid_parameter_value';
    END IF;

    IF cost > 0 THEN
        UPDATE iam.api_keys AS k
        SET used_quota = k.used_quota + settle_request.cost
        WHERE k.id = settle_request.api_key_id
        RETURNING k.quota - k.used_quota
        INTO quota_left;
    ELSE
        SELECT k.quota - k.used_quota
        INTO quota_left
        FROM iam.api_keys AS k
        WHERE k.id = settle_request.api_key_id;
    END IF;

    IF actual_tokens <> estimated_tokens THEN
        WITH locked AS (
            SELECT
                w.scope,
                w.scope_id
            FROM llm.rate_limit_windows AS w
            WHERE (
                    (w.scope = 'ability' AND w.scope_id = settle_request.ability_id)
                    OR (w.scope = 'key' AND w.scope_id = settle_request.api_key_id)
                    OR (w.scope = 'model' AND w.scope_id = settle_request.model_id)
                )
                AND w.window_start = settle_request.window_start
            ORDER BY w.scope
            FOR UPDATE
        )
        UPDATE llm.rate_limit_windows AS w
        SET tokens = greatest(
            w.tokens + settle_request.actual_tokens - settle_request.estimated_tokens,
            0
        )
        FROM locked AS l
        WHERE w.scope = l.scope
            AND w.scope_id = l.scope_id
            AND w.window_start = settle_request.window_start;
    END IF;
END
$$;

--
-- Name: FUNCTION settle_request(api_key_id integer, model_id integer, ability_id integer, window_start timestamp with time zone, estimated_tokens integer, actual_tokens integer, cost bigint, OUT quota_left bigint); Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON FUNCTION llm.settle_request(api_key_id integer, model_id integer, ability_id integer, window_start timestamp with time zone, estimated_tokens integer, actual_tokens integer, cost bigint, OUT quota_left bigint) IS 'Corrects the tokens of a request that llm.take_request() let through, in its window, and charges its cost to the quota of its key, in the units of iam.api_keys.quota, even past its end. Gives what is left of the quota, negative when overdrawn; NULL without key or quota. To be called once a request.';

--
-- Name: take_request(integer, integer, integer, integer); Type: FUNCTION; Schema: llm; Owner: -
--

CREATE FUNCTION llm.take_request(api_key_id integer, model_id integer, ability_id integer, tokens integer, OUT allowed boolean, OUT refused_by text, OUT retry_after interval, OUT window_start timestamp with time zone) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    found_limits record;
    -- What is counted, in the order of locking; NULL among the limits is none of that kind.
    scopes text[] := '{ability,key,model}';
    scope_ids integer[] := ARRAY[ability_id, api_key_id, model_id];
    request_limits integer[];
    token_limits integer[];
BEGIN
    IF tokens IS NULL OR tokens < 0 THEN
        RAISE EXCEPTION 'the number of tokens is 0 or more, not %', coalesce(tokens::text, 'NULL')
            USING ERRCODE = 'invalid_parameter_value';
    END IF;

    allowed := false;
    window_start := date_trunc('minute', clock_timestamp());

    SELECT
        (
            k.status = 'active'
            AND k.deleted_at IS NULL
            AND (k.expires_at IS NULL OR k.expires_at > clock_timestamp())
        ) AS key_usable,
        k.used_quota >= k.quota AS quota_used_up,
        least(nullif(k.rate_limit, 0), coalesce(own.rpm, general.rpm)) AS key_rpm,
        coalesce(own.tpm, general.tpm) AS key_tpm,
        m.rpm_limit AS model_rpm,
        m.tpm_limit AS model_tpm,
        a.enabled AS ability_enabled,
        nullif(a.rate_limit, 0) AS ability_rpm
    INTO found_limits
    FROM (SELECT) AS one
    LEFT JOIN iam.api_keys AS k
        ON k.id = take_request.api_key_id
    LEFT JOIN LATERAL (
        SELECT min(r.rpm_limit), min(r.tpm_limit)
        FROM llm.rate_limits AS r
        WHERE r.api_key_id = k.id
    ) AS own (rpm, tpm)
        ON true
    LEFT JOIN LATERAL (
        SELECT min(r.rpm_limit), min(r.tpm_limit)
        FROM llm.rate_limits AS r
        WHERE r.api_key_id IS NULL
            AND k.id IS NOT NULL
    ) AS general (rpm, tpm)
        ON true
    LEFT JOIN model_registry.models AS m
        ON m.id = take_request.model_id
    LEFT JOIN model_registry.abilities AS a
        ON a.id = take_request.ability_id;

    request_limits := ARRAY[
        found_limits.ability_rpm, found_limits.key_rpm, found_limits.model_rpm
    ];
    token_limits := ARRAY[NULL, found_limits.key_tpm, found_limits.model_tpm];

    -- What waiting does not change needs no counter.
    refused_by := CASE
        WHEN NOT coalesce(found_limits.ability_enabled, ability_id IS NULL) THEN 'ability'
        WHEN NOT coalesce(found_limits.key_usable, api_key_id IS NULL) THEN 'key'
        WHEN found_limits.quota_used_up THEN 'key_quota'
        WHEN found_limits.key_rpm = 0 THEN 'key_requests'
        WHEN tokens > found_limits.key_tpm THEN 'key_tokens'
        WHEN found_limits.model_rpm IS NULL AND model_id IS NOT NULL THEN 'model'
        WHEN found_limits.model_rpm = 0 THEN 'model_requests'
        WHEN tokens > found_limits.model_tpm THEN 'model_tokens'
    END;
    IF refused_by IS NOT NULL THEN
        RETURN;
    END IF;

    -- Locks the rows that are there, without a new version of them, and adds the others.
    INSERT INTO llm.rate_limit_windows AS w (scope, scope_id, window_start)
    SELECT
        l.scope,
        l.scope_id,
        take_request.window_start
    FROM unnest(scopes, scope_ids, request_limits, token_limits)
        AS l (scope, scope_id, rpm, tpm)
    WHERE num_nonnulls(l.rpm, l.tpm) > 0
    ORDER BY l.scope
    ON CONFLICT ON CONSTRAINT rate_limit_windows_pkey DO UPDATE
        SET requests = w.requests
        WHERE false;

    SELECT l.scope || CASE WHEN w.requests >= l.rpm THEN '_requests' ELSE '_tokens' END
    INTO refused_by
    FROM unnest(scopes, scope_ids, request_limits, token_limits)
        AS l (scope, scope_id, rpm, tpm)
    INNER JOIN llm.rate_limit_windows AS w
        ON w.scope = l.scope
        AND w.scope_id = l.scope_id
        AND w.window_start = take_request.window_start
    WHERE w.requests >= l.rpm
        OR w.tokens + take_request.tokens > l.tpm
    ORDER BY l.scope
    LIMIT 1;

    IF refused_by IS NOT NULL THEN
        retry_after := greatest(
            window_start + interval '1 minute' - clock_timestamp(),
            interval '0'
        );
        RETURN;
    END IF;

    UPDATE llm.rate_limit_windows AS w
    SET
        requests = w.requests + 1,
        tokens = w.tokens + take_request.tokens
    FROM unnest(scopes, scope_ids, request_limits, token_limits)
        AS l (scope, scope_id, rpm, tpm)
    WHERE w.scope = l.scope
        AND w.scope_id = l.scope_id
        AND w.window_start = take_request.window_start
        AND num_nonnulls(l.rpm, l.tpm) > 0;

    allowed := true;
END
$$;

--
-- Name: FUNCTION take_request(api_key_id integer, model_id integer, ability_id integer, tokens integer, OUT allowed boolean, OUT refused_by text, OUT retry_after interval, OUT window_start timestamp with time zone); Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON FUNCTION llm.take_request(api_key_id integer, model_id integer, ability_id integer, tokens integer, OUT allowed boolean, OUT refused_by text, OUT retry_after interval, OUT window_start timestamp with time zone) IS 'Counts a request with its estimated tokens against the limits a minute of a key, a model and an ability, each of which may be NULL; all counters rise or none. refused_by is ability, key or model (unknown or out of use), key_quota, or the scope and what ran out, as in model_tokens; retry_after is NULL where waiting does not help. Keep window_start to settle the request. A transaction of its own is best, for others wait until it ends.';

--
-- Name: activate_config(text, integer); Type: FUNCTION; Schema: ops; Owner: -
--

CREATE FUNCTION ops.activate_config(wanted_name text, wanted_version integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    -- Two at once would each put aside the version they saw, and the second would then meet the
    -- one that the first has activated.
    PERFORM pg_catalog.pg_advisory_xact_lock(
        pg_catalog.hashtextextended('ops.configs ' || wanted_name, 0)
    );

    UPDATE ops.configs AS c
    SET is_active = false
    WHERE c.name = wanted_name
        AND c.version <> wanted_version
        AND c.is_active;

    UPDATE ops.configs AS c
    SET is_active = true
    WHERE c.name = wanted_name
        AND c.version = wanted_version;

    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no version % of configuration "%"', wanted_version, wanted_name
            USING ERRCODE = 'no_data_found';
    END IF;
END
$$;

--
-- Name: FUNCTION activate_config(wanted_name text, wanted_version integer); Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON FUNCTION ops.activate_config(wanted_name text, wanted_version integer) IS 'Makes one version of a configuration the active one and puts the one before aside; an error, and no change, when there is no such version.';

--
-- Name: add_partition(text, timestamp with time zone); Type: FUNCTION; Schema: ops; Owner: -
--

CREATE FUNCTION ops.add_partition(parent text, month timestamp with time zone) RETURNS text
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    AS $_$
DECLARE
    added text := parent || to_char(month, '"_y"YYYY"m"MM');
    month_after timestamp with time zone := month + interval '1 month';
BEGIN
    -- Writers wait here, at the parent. One that already waited for the default partition would be
    -- refused by it afterwards.
    EXECUTE format('LOCK TABLE ONLY llm.%I IN SHARE ROW EXCLUSIVE MODE', parent);

    -- LIKE and ATTACH in place of PARTITION OF: readers of the parent need not wait, comments come
    -- along, and rows of the month that the default partition holds can be moved in between.
    EXECUTE format(
        'CREATE TABLE llm.%I (LIKE llm.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS'
        ' INCLUDING GENERATED INCLUDING COMMENTS)',
        added, parent
    );
    EXECUTE format(
        'COMMENT ON TABLE llm.%I IS %L',
        added, format('Rows of llm.%s from %s, in UTC.', parent, to_char(month, 'FMMonth YYYY'))
    );

    -- No policies and no grants: run-time roles go through the parent.
    EXECUTE format('ALTER TABLE llm.%I ENABLE ROW LEVEL SECURITY', added);

    EXECUTE format(
        'WITH moved AS ('
        'DELETE FROM llm.%I WHERE created_at >= $1 AND created_at < $2 RETURNING *'
        ') INSERT INTO llm.%I SELECT * FROM moved',
        parent || '_default', added
    ) USING month, month_after;

    EXECUTE format(
        'ALTER TABLE llm.%I ATTACH PARTITION llm.%I FOR VALUES FROM (%L) TO (%L)',
        parent, added, month, month_after
    );

    RETURN added;
END
$_$;

--
-- Name: FUNCTION add_partition(parent text, month timestamp with time zone); Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON FUNCTION ops.add_partition(parent text, month timestamp with time zone) IS 'Adds the partition of one month to a table of schema llm, moves the month''s rows there from the default partition, and returns its name.';

--
-- Name: cache; Type: TABLE; Schema: ops; Owner: -
--

CREATE UNLOGGED TABLE ops.cache (
    key text NOT NULL,
    value bytea NOT NULL,
    content_type text DEFAULT 'application/octet-stream'::text NOT NULL,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT cache_tags_check CHECK ((array_position(tags, NULL::text) IS NULL))
);

--
-- Name: TABLE cache; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON TABLE ops.cache IS 'A value kept until it expires; unlogged, so that a crash empties the table and a replica has none of it. Expired entries stay until ops.purge_expired_cache: readers compare expires_at.';

--
-- Name: COLUMN cache.key; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.cache.key IS 'Name of the entry.';

--
-- Name: COLUMN cache.value; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.cache.value IS 'The value, as the application encodes it.';

--
-- Name: COLUMN cache.content_type; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.cache.content_type IS 'Media type of the value.';

--
-- Name: COLUMN cache.tags; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.cache.tags IS 'Names by which entries are thrown away together.';

--
-- Name: COLUMN cache.expires_at; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.cache.expires_at IS 'From when on the entry counts as absent.';

--
-- Name: COLUMN cache.created_at; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.cache.created_at IS 'When the entry was first written.';

--
-- Name: purge_expired_cache(); Type: FUNCTION; Schema: ops; Owner: -
--

CREATE FUNCTION ops.purge_expired_cache() RETURNS bigint
    LANGUAGE sql
    BEGIN ATOMIC
 WITH purged AS (
          DELETE FROM ops.cache c
           WHERE (c.expires_at <= now())
           RETURNING c.key
         )
  SELECT count(*) AS count
    FROM purged;
END;

--
-- Name: FUNCTION purge_expired_cache(); Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON FUNCTION ops.purge_expired_cache() IS 'Deletes the entries of the cache that have expired, and returns how many.';

--
-- Name: credential_tokens; Type: TABLE; Schema: integrations; Owner: -
--

CREATE TABLE integrations.credential_tokens (
    credential_id integer NOT NULL,
    access_token text NOT NULL,
    refresh_token text,
    expires_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: TABLE credential_tokens; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON TABLE integrations.credential_tokens IS 'The tokens of a credential, apart from it because they change often and nobody but the system reads them.';

--
-- Name: COLUMN credential_tokens.credential_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credential_tokens.credential_id IS 'Credential the tokens are of.';

--
-- Name: COLUMN credential_tokens.access_token; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credential_tokens.access_token IS 'Access token, encrypted by the application before it is sent here.';

--
-- Name: COLUMN credential_tokens.refresh_token; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credential_tokens.refresh_token IS 'Refresh token, encrypted by the application before it is sent here; NULL when the provider gave none.';

--
-- Name: COLUMN credential_tokens.expires_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credential_tokens.expires_at IS 'From when on the access token is refused.';

--
-- Name: COLUMN credential_tokens.updated_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credential_tokens.updated_at IS 'When the tokens were last replaced.';

--
-- Name: credentials; Type: TABLE; Schema: integrations; Owner: -
--

CREATE TABLE integrations.credentials (
    id integer NOT NULL,
    external_id text DEFAULT (gen_random_uuid())::text NOT NULL,
    provider text NOT NULL,
    provider_user_id text,
    email text,
    name text NOT NULL,
    file_path text DEFAULT ''::text NOT NULL,
    status text DEFAULT 'active'::text NOT NULL,
    is_active boolean GENERATED ALWAYS AS ((status = 'active'::text)) STORED NOT NULL,
    scopes text[] DEFAULT '{}'::text[] NOT NULL,
    token_type text DEFAULT 'Bearer'::text NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    last_used_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT credentials_metadata_check CHECK ((jsonb_typeof(metadata) = 'object'::text)),
    CONSTRAINT credentials_scopes_check CHECK ((array_position(scopes, NULL::text) IS NULL)),
    CONSTRAINT credentials_status_check CHECK ((status = ANY (ARRAY['active'::text, 'disabled'::text, 'expired'::text, 'revoked'::text])))
);

--
-- Name: TABLE credentials; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON TABLE integrations.credentials IS 'The installation''s sign-in at a provider of models, of which it may have many.';

--
-- Name: COLUMN credentials.id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credentials.id IS 'Identifier of the credential.';

--
-- Name: COLUMN credentials.external_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credentials.external_id IS 'Identifier by which the credential is known outside, and was before it came here.';

--
-- Name: COLUMN credentials.provider; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credentials.provider IS 'Name of the provider, as claude or gemini.';

--
-- Name: COLUMN credentials.provider_user_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credentials.provider_user_id IS 'Account at the provider; NULL when it is not known, as for a credential read from a file.';

--
-- Name: COLUMN credentials.email; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credentials.email IS 'E-mail address of the account; NULL when it is not known.';

--
-- Name: COLUMN credentials.name; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credentials.name IS 'Name to show; the account at the provider when none is given.';

--
-- Name: COLUMN credentials.file_path; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credentials.file_path IS 'File the credential was read from; empty when it came from none.';

--
-- Name: COLUMN credentials.status; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credentials.status IS 'active; disabled for a time; expired, when it could not be renewed; or revoked for good.';

--
-- Name: COLUMN credentials.is_active; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credentials.is_active IS 'Whether the status is active; generated.';

--
-- Name: COLUMN credentials.scopes; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credentials.scopes IS 'What the tokens are good for, as the provider''s own names; empty when it did not say.';

--
-- Name: COLUMN credentials.token_type; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credentials.token_type IS 'How the access token is sent, as OAuth 2 names it.';

--
-- Name: COLUMN credentials.metadata; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credentials.metadata IS 'What else the provider said, as a JSON object without secrets.';

--
-- Name: COLUMN credentials.last_used_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credentials.last_used_at IS 'When the credential was last used; NULL for never.';

--
-- Name: COLUMN credentials.created_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credentials.created_at IS 'When the credential was added.';

--
-- Name: COLUMN credentials.updated_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credentials.updated_at IS 'When the credential last changed; using it is not a change.';

--
-- Name: COLUMN credentials.deleted_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.credentials.deleted_at IS 'When the credential was taken out of use, its history kept; NULL while it is in use.';

--
-- Name: cleanup_expired(); Type: FUNCTION; Schema: ops; Owner: -
--

CREATE FUNCTION ops.cleanup_expired() RETURNS TABLE(table_name text, outcome text, row_count bigint)
    LANGUAGE sql
    BEGIN ATOMIC
 WITH marked AS (
          UPDATE integrations.credentials c SET status = 'expired'::text
            FROM integrations.credential_tokens t
           WHERE ((t.credential_id = c.id) AND (c.status = 'active'::text) AND (t.expires_at <= now()) AND (t.refresh_token IS NULL))
           RETURNING c.id
         )
  SELECT 'integrations.credentials'::text,
     'marked expired'::text,
     ( SELECT count(*) AS count
            FROM marked) AS count
 UNION ALL
  SELECT 'llm.rate_limit_windows'::text,
     'deleted'::text,
     llm.purge_rate_limit_windows() AS purge_rate_limit_windows
 UNION ALL
  SELECT 'ops.cache'::text,
     'deleted'::text,
     ops.purge_expired_cache() AS purge_expired_cache;
END;

--
-- Name: FUNCTION cleanup_expired(); Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON FUNCTION ops.cleanup_expired() IS 'Ends what has expired: deletes entries of the cache and counters of rate limits, and marks credentials whose tokens ran out and cannot be renewed. Returns the table, what was done and to how many rows; may be called at any time, as every quarter of an hour.';

--
-- Name: drop_partitions_before(timestamp with time zone, boolean); Type: FUNCTION; Schema: ops; Owner: -
--

CREATE FUNCTION ops.drop_partitions_before(moment timestamp with time zone, bodies_only boolean DEFAULT false) RETURNS SETOF text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET lock_timeout TO '10s'
    AS $$
DECLARE
    dropped text;
BEGIN
    IF moment IS NULL OR moment > now() THEN
        RAISE EXCEPTION 'only past months can be dropped'
            USING ERRCODE = 'invalid_parameter_value',
                HINT = 'give a moment that is not in the future';
    END IF;

    PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('ops partitions', 0));

    FOR dropped IN
        SELECT c.relname
        FROM pg_catalog.pg_inherits AS i
        INNER JOIN pg_catalog.pg_class AS c
            ON c.oid = i.inhrelid
        WHERE (
                i.inhparent = 'llm.request_log_bodies'::regclass
                OR (i.inhparent = 'llm.request_logs'::regclass AND NOT bodies_only)
            )
            -- The end of the month from the partition itself; the default partition has none.
            AND substring(
                pg_catalog.pg_get_expr(c.relpartbound, c.oid) FROM 'TO \(''([^'']+)''\)'
            )::timestamp with time zone <= moment
        ORDER BY c.relname
    LOOP
        EXECUTE format('DROP TABLE llm.%I', dropped);
        RETURN NEXT dropped;
    END LOOP;

    DELETE FROM llm.request_log_bodies_default AS d
    WHERE d.created_at < date_trunc('month', moment);

    DELETE FROM llm.request_logs_default AS d
    WHERE d.created_at < date_trunc('month', moment)
        AND NOT bodies_only;
END
$$;

--
-- Name: FUNCTION drop_partitions_before(moment timestamp with time zone, bodies_only boolean); Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON FUNCTION ops.drop_partitions_before(moment timestamp with time zone, bodies_only boolean) IS 'Drops the months of request logs and their bodies, or of the bodies only, that had ended by a moment, with what the default partition holds of them. Returns the names of the partitions dropped. How long logs are kept is the caller''s to say.';

--
-- Name: ensure_partitions(integer); Type: FUNCTION; Schema: ops; Owner: -
--

CREATE FUNCTION ops.ensure_partitions(months_ahead integer DEFAULT 2) RETURNS SETOF text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET lock_timeout TO '10s'
    AS $_$
DECLARE
    parent text;
    month timestamp with time zone;
BEGIN
    IF months_ahead IS NULL OR months_ahead NOT BETWEEN 0 AND 120 THEN
        RAISE EXCEPTION 'partitions are made for 0 to 120 months ahead'
            USING ERRCODE = 'invalid_parameter_value';
    END IF;

    -- A second run waits here and then finds the work done.
    PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('ops partitions', 0));

    FOREACH parent IN ARRAY ARRAY['request_logs', 'request_log_bodies'] LOOP
        -- The months to come, and past ones of which the default partition has caught rows.
        FOR month IN EXECUTE format(
            $query$
            WITH wanted (month) AS (
                SELECT generate_series(
                    date_trunc('month', now()),
                    date_trunc('month', now()) + make_interval(months => $1),
                    interval '1 month'
                )
                UNION
                SELECT date_trunc('month', d.created_at)
                FROM llm.%I AS d
                WHERE d.created_at < date_trunc('month', now())
                    AND isfinite(d.created_at)
            )
            SELECT w.month
            FROM wanted AS w
            WHERE NOT EXISTS (
                SELECT
                FROM pg_catalog.pg_inherits AS i
                WHERE i.inhparent = to_regclass($2)
                    AND i.inhrelid = to_regclass($2 || to_char(w.month, '"_y"YYYY"m"MM'))
            )
            ORDER BY w.month
            $query$,
            parent || '_default'
        ) USING months_ahead, 'llm.' || parent
        LOOP
            RETURN NEXT ops.add_partition(parent, month);
        END LOOP;
    END LOOP;
END
$_$;

--
-- Name: FUNCTION ensure_partitions(months_ahead integer); Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON FUNCTION ops.ensure_partitions(months_ahead integer) IS 'Makes the partitions of request logs and their bodies that are missing: for this month, so many months ahead, and past months that the default partition holds rows of, which are moved. Returns the names of those made; months are in UTC. To be called at least once a month.';

--
-- Name: purge_audit_trail_before(timestamp with time zone); Type: FUNCTION; Schema: ops; Owner: -
--

CREATE FUNCTION ops.purge_audit_trail_before(moment timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    purged bigint;
BEGIN
    IF moment IS NULL OR moment > now() - interval '1 year' THEN
        RAISE EXCEPTION 'the audit trail of the last year is kept'
            USING ERRCODE = 'invalid_parameter_value',
                HINT = 'give a moment that is at least a year past';
    END IF;

    DELETE FROM ops.audit_trail AS a
    WHERE a.created_at < moment;

    GET DIAGNOSTICS purged = ROW_COUNT;
    RETURN purged;
END
$$;

--
-- Name: FUNCTION purge_audit_trail_before(moment timestamp with time zone); Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON FUNCTION ops.purge_audit_trail_before(moment timestamp with time zone) IS 'Deletes what the audit trail holds from before a moment, and returns how many entries. For the owner alone; a moment within the last year is refused.';

--
-- Name: refuse_change_of_version(); Type: FUNCTION; Schema: ops; Owner: -
--

CREATE FUNCTION ops.refuse_change_of_version() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    RAISE EXCEPTION 'version % of configuration "%" is stored and cannot be changed',
        OLD.version, OLD.name
        USING ERRCODE = 'restrict_violation',
            HINT = 'insert a new version and activate it',
            SCHEMA = TG_TABLE_SCHEMA,
            TABLE = TG_TABLE_NAME,
            CONSTRAINT = TG_NAME;
END
$$;

--
-- Name: FUNCTION refuse_change_of_version(); Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON FUNCTION ops.refuse_change_of_version() IS 'Trigger: refuses to change what a stored version of a configuration says.';

--
-- Name: request_log_bodies; Type: TABLE; Schema: llm; Owner: -
--

CREATE TABLE llm.request_log_bodies (
    request_log_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    request_json jsonb,
    response_json jsonb
)
PARTITION BY RANGE (created_at);

--
-- Name: TABLE request_log_bodies; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TABLE llm.request_log_bodies IS 'What was sent and came back in one logged request, apart from the log because it is large and kept for a shorter time.';

--
-- Name: COLUMN request_log_bodies.request_log_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_log_bodies.request_log_id IS 'Entry of llm.request_logs; no foreign key, which would keep a month of the log from being dropped.';

--
-- Name: COLUMN request_log_bodies.created_at; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_log_bodies.created_at IS 'When the entry of the log was made, the same instant to the microsecond.';

--
-- Name: COLUMN request_log_bodies.request_json; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_log_bodies.request_json IS 'Body of the request; NULL when it was not kept.';

--
-- Name: COLUMN request_log_bodies.response_json; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_log_bodies.response_json IS 'Body of the answer; NULL when it was not kept.';

--
-- Name: request_log_bodies_default; Type: TABLE; Schema: llm; Owner: -
--

CREATE TABLE llm.request_log_bodies_default (
    request_log_id uuid CONSTRAINT request_log_bodies_request_log_id_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT request_log_bodies_created_at_not_null NOT NULL,
    request_json jsonb,
    response_json jsonb
);

--
-- Name: TABLE request_log_bodies_default; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TABLE llm.request_log_bodies_default IS 'Bodies of months that have no partition of their own; it should be empty.';

--
-- Name: COLUMN request_log_bodies_default.request_log_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_log_bodies_default.request_log_id IS 'Entry of llm.request_logs; no foreign key, which would keep a month of the log from being dropped.';

--
-- Name: COLUMN request_log_bodies_default.created_at; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_log_bodies_default.created_at IS 'When the entry of the log was made, the same instant to the microsecond.';

--
-- Name: COLUMN request_log_bodies_default.request_json; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_log_bodies_default.request_json IS 'Body of the request; NULL when it was not kept.';

--
-- Name: COLUMN request_log_bodies_default.response_json; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_log_bodies_default.response_json IS 'Body of the answer; NULL when it was not kept.';

--
-- Name: request_logs; Type: TABLE; Schema: llm; Owner: -
--

CREATE TABLE llm.request_logs (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    request_id text NOT NULL,
    requested_at timestamp with time zone DEFAULT now() NOT NULL,
    user_id integer,
    api_key_id integer,
    channel_id integer,
    auth_id text,
    provider text,
    model text NOT NULL,
    method text,
    path text,
    client_ip inet,
    user_agent text,
    status text,
    status_code integer,
    latency_ms bigint,
    input_tokens integer DEFAULT 0 NOT NULL,
    output_tokens integer DEFAULT 0 NOT NULL,
    cache_read_tokens integer DEFAULT 0 NOT NULL,
    cache_create_tokens integer DEFAULT 0 NOT NULL,
    cost bigint DEFAULT 0 NOT NULL,
    error_message text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT request_logs_cache_create_tokens_check CHECK ((cache_create_tokens >= 0)),
    CONSTRAINT request_logs_cache_read_tokens_check CHECK ((cache_read_tokens >= 0)),
    CONSTRAINT request_logs_cost_check CHECK ((cost >= 0)),
    CONSTRAINT request_logs_input_tokens_check CHECK ((input_tokens >= 0)),
    CONSTRAINT request_logs_latency_ms_check CHECK ((latency_ms >= 0)),
    CONSTRAINT request_logs_output_tokens_check CHECK ((output_tokens >= 0)),
    CONSTRAINT request_logs_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'success'::text, 'error'::text, 'cancelled'::text]))),
    CONSTRAINT request_logs_status_code_check CHECK (((status_code >= 100) AND (status_code <= 599)))
)
PARTITION BY RANGE (created_at);

--
-- Name: TABLE request_logs; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TABLE llm.request_logs IS 'One request to a provider that went through the gateway. It refers to nothing by a foreign key, because a log outlives what it names.';

--
-- Name: COLUMN request_logs.id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.id IS 'Identifier of the entry, unique together with created_at.';

--
-- Name: COLUMN request_logs.request_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.request_id IS 'Identifier that the gateway gave the request; the same one twice at the same instant is refused.';

--
-- Name: COLUMN request_logs.requested_at; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.requested_at IS 'When the request came in.';

--
-- Name: COLUMN request_logs.user_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.user_id IS 'Person who asked, of iam.users at that time; NULL when unknown.';

--
-- Name: COLUMN request_logs.api_key_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.api_key_id IS 'Key that was used, of iam.api_keys at that time; NULL for none.';

--
-- Name: COLUMN request_logs.channel_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.channel_id IS 'Channel it went through, of model_registry.channels at that time; NULL for none.';

--
-- Name: COLUMN request_logs.auth_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.auth_id IS 'Account at the provider that was used; NULL when unknown.';

--
-- Name: COLUMN request_logs.provider; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.provider IS 'Name of the provider; NULL where only the channel is known.';

--
-- Name: COLUMN request_logs.model; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.model IS 'Name of the model that was asked for.';

--
-- Name: COLUMN request_logs.method; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.method IS 'HTTP method; NULL when it did not come by HTTP.';

--
-- Name: COLUMN request_logs.path; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.path IS 'Path that was asked for; NULL when it did not come by HTTP.';

--
-- Name: COLUMN request_logs.client_ip; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.client_ip IS 'Address of the client; NULL when unknown.';

--
-- Name: COLUMN request_logs.user_agent; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.user_agent IS 'What the client calls itself; NULL when it does not say.';

--
-- Name: COLUMN request_logs.status; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.status IS 'pending, success, error or cancelled; NULL where only the code is known.';

--
-- Name: COLUMN request_logs.status_code; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.status_code IS 'HTTP status of the answer; NULL until there is one.';

--
-- Name: COLUMN request_logs.latency_ms; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.latency_ms IS 'Time to the end of the answer, in milliseconds; NULL until there is one.';

--
-- Name: COLUMN request_logs.input_tokens; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.input_tokens IS 'Tokens sent.';

--
-- Name: COLUMN request_logs.output_tokens; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.output_tokens IS 'Tokens that came back.';

--
-- Name: COLUMN request_logs.cache_read_tokens; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.cache_read_tokens IS 'Tokens that the provider read from its cache.';

--
-- Name: COLUMN request_logs.cache_create_tokens; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.cache_create_tokens IS 'Tokens that the provider put into its cache.';

--
-- Name: COLUMN request_logs.cost; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.cost IS 'What it cost, in nanodollars.';

--
-- Name: COLUMN request_logs.error_message; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.error_message IS 'What the provider or the gateway said was wrong; NULL for nothing.';

--
-- Name: COLUMN request_logs.created_at; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs.created_at IS 'When the entry was made; decides the month it is kept in.';

--
-- Name: request_logs_default; Type: TABLE; Schema: llm; Owner: -
--

CREATE TABLE llm.request_logs_default (
    id uuid DEFAULT gen_random_uuid() CONSTRAINT request_logs_id_not_null NOT NULL,
    request_id text CONSTRAINT request_logs_request_id_not_null NOT NULL,
    requested_at timestamp with time zone DEFAULT now() CONSTRAINT request_logs_requested_at_not_null NOT NULL,
    user_id integer,
    api_key_id integer,
    channel_id integer,
    auth_id text,
    provider text,
    model text CONSTRAINT request_logs_model_not_null NOT NULL,
    method text,
    path text,
    client_ip inet,
    user_agent text,
    status text,
    status_code integer,
    latency_ms bigint,
    input_tokens integer DEFAULT 0 CONSTRAINT request_logs_input_tokens_not_null NOT NULL,
    output_tokens integer DEFAULT 0 CONSTRAINT request_logs_output_tokens_not_null NOT NULL,
    cache_read_tokens integer DEFAULT 0 CONSTRAINT request_logs_cache_read_tokens_not_null NOT NULL,
    cache_create_tokens integer DEFAULT 0 CONSTRAINT request_logs_cache_create_tokens_not_null NOT NULL,
    cost bigint DEFAULT 0 CONSTRAINT request_logs_cost_not_null NOT NULL,
    error_message text,
    created_at timestamp with time zone DEFAULT now() CONSTRAINT request_logs_created_at_not_null NOT NULL,
    CONSTRAINT request_logs_cache_create_tokens_check CHECK ((cache_create_tokens >= 0)),
    CONSTRAINT request_logs_cache_read_tokens_check CHECK ((cache_read_tokens >= 0)),
    CONSTRAINT request_logs_cost_check CHECK ((cost >= 0)),
    CONSTRAINT request_logs_input_tokens_check CHECK ((input_tokens >= 0)),
    CONSTRAINT request_logs_latency_ms_check CHECK ((latency_ms >= 0)),
    CONSTRAINT request_logs_output_tokens_check CHECK ((output_tokens >= 0)),
    CONSTRAINT request_logs_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'success'::text, 'error'::text, 'cancelled'::text]))),
    CONSTRAINT request_logs_status_code_check CHECK (((status_code >= 100) AND (status_code <= 599)))
);

--
-- Name: TABLE request_logs_default; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TABLE llm.request_logs_default IS 'Requests of months that have no partition of their own; it should be empty.';

--
-- Name: COLUMN request_logs_default.id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.id IS 'Identifier of the entry, unique together with created_at.';

--
-- Name: COLUMN request_logs_default.request_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.request_id IS 'Identifier that the gateway gave the request; the same one twice at the same instant is refused.';

--
-- Name: COLUMN request_logs_default.requested_at; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.requested_at IS 'When the request came in.';

--
-- Name: COLUMN request_logs_default.user_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.user_id IS 'Person who asked, of iam.users at that time; NULL when unknown.';

--
-- Name: COLUMN request_logs_default.api_key_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.api_key_id IS 'Key that was used, of iam.api_keys at that time; NULL for none.';

--
-- Name: COLUMN request_logs_default.channel_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.channel_id IS 'Channel it went through, of model_registry.channels at that time; NULL for none.';

--
-- Name: COLUMN request_logs_default.auth_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.auth_id IS 'Account at the provider that was used; NULL when unknown.';

--
-- Name: COLUMN request_logs_default.provider; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.provider IS 'Name of the provider; NULL where only the channel is known.';

--
-- Name: COLUMN request_logs_default.model; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.model IS 'Name of the model that was asked for.';

--
-- Name: COLUMN request_logs_default.method; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.method IS 'HTTP method; NULL when it did not come by HTTP.';

--
-- Name: COLUMN request_logs_default.path; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.path IS 'Path that was asked for; NULL when it did not come by HTTP.';

--
-- Name: COLUMN request_logs_default.client_ip; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.client_ip IS 'Address of the client; NULL when unknown.';

--
-- Name: COLUMN request_logs_default.user_agent; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.user_agent IS 'What the client calls itself; NULL when it does not say.';

--
-- Name: COLUMN request_logs_default.status; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.status IS 'pending, success, error or cancelled; NULL where only the code is known.';

--
-- Name: COLUMN request_logs_default.status_code; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.status_code IS 'HTTP status of the answer; NULL until there is one.';

--
-- Name: COLUMN request_logs_default.latency_ms; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.latency_ms IS 'Time to the end of the answer, in milliseconds; NULL until there is one.';

--
-- Name: COLUMN request_logs_default.input_tokens; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.input_tokens IS 'Tokens sent.';

--
-- Name: COLUMN request_logs_default.output_tokens; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.output_tokens IS 'Tokens that came back.';

--
-- Name: COLUMN request_logs_default.cache_read_tokens; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.cache_read_tokens IS 'Tokens that the provider read from its cache.';

--
-- Name: COLUMN request_logs_default.cache_create_tokens; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.cache_create_tokens IS 'Tokens that the provider put into its cache.';

--
-- Name: COLUMN request_logs_default.cost; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.cost IS 'What it cost, in nanodollars.';

--
-- Name: COLUMN request_logs_default.error_message; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.error_message IS 'What the provider or the gateway said was wrong; NULL for nothing.';

--
-- Name: COLUMN request_logs_default.created_at; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.request_logs_default.created_at IS 'When the entry was made; decides the month it is kept in.';

--
-- Name: rows_outside_partitions(); Type: FUNCTION; Schema: ops; Owner: -
--

CREATE FUNCTION ops.rows_outside_partitions() RETURNS TABLE(table_name text, month timestamp with time zone, row_count bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT 'llm.request_logs'::text,
     date_trunc('month'::text, d.created_at, 'UTC'::text) AS month,
     count(*) AS count
    FROM llm.request_logs_default d
   GROUP BY (date_trunc('month'::text, d.created_at, 'UTC'::text))
 UNION ALL
  SELECT 'llm.request_log_bodies'::text,
     date_trunc('month'::text, d.created_at, 'UTC'::text) AS month,
     count(*) AS count
    FROM llm.request_log_bodies_default d
   GROUP BY (date_trunc('month'::text, d.created_at, 'UTC'::text))
  ORDER BY 1, 2;
END;

--
-- Name: FUNCTION rows_outside_partitions(); Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON FUNCTION ops.rows_outside_partitions() IS 'Rows that no month''s partition took, by table and month in UTC; none at all when ops.ensure_partitions is called in time.';

--
-- Name: table_statistics(); Type: FUNCTION; Schema: ops; Owner: -
--

CREATE FUNCTION ops.table_statistics() RETURNS TABLE(schema_name text, table_name text, live_rows bigint, total_bytes bigint, index_bytes bigint, last_vacuum timestamp with time zone, last_analyze timestamp with time zone)
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT (n.nspname)::text AS nspname,
     (c.relname)::text AS relname,
     pg_stat_get_live_tuples(c.oid) AS pg_stat_get_live_tuples,
     pg_total_relation_size((c.oid)::regclass) AS pg_total_relation_size,
     pg_indexes_size((c.oid)::regclass) AS pg_indexes_size,
     GREATEST(pg_stat_get_last_vacuum_time(c.oid), pg_stat_get_last_autovacuum_time(c.oid)) AS "greatest",
     GREATEST(pg_stat_get_last_analyze_time(c.oid), pg_stat_get_last_autoanalyze_time(c.oid)) AS "greatest"
    FROM (pg_class c
      JOIN pg_namespace n ON ((n.oid = c.relnamespace)))
   WHERE ((c.relkind = 'r'::"char") AND (n.nspname <> 'information_schema'::name) AND (n.nspname !~~ 'pg\_%'::text))
   ORDER BY n.nspname, c.relname;
END;

--
-- Name: FUNCTION table_statistics(); Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON FUNCTION ops.table_statistics() IS 'Every table and partition that holds rows: how many the server estimates, bytes with and of its indexes, and when it was last vacuumed and analyzed, NULL for never since the statistics were reset.';

--
-- Name: write_audit(); Type: FUNCTION; Schema: ops; Owner: -
--

CREATE FUNCTION ops.write_audit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
DECLARE
    before_value jsonb := to_jsonb(OLD);
    after_value jsonb := to_jsonb(NEW);
    entity jsonb := coalesce(after_value, before_value);
    left_out text[];
    entity_id text;
BEGIN
    -- What people may not read in the table they shall not read here; the names are a second net,
    -- for a grant given by mistake.
    SELECT array_agg(a.attname::text)
    INTO left_out
    FROM pg_catalog.pg_attribute AS a
    WHERE a.attrelid = TG_RELID
        AND a.attnum > 0
        AND NOT a.attisdropped
        AND (
            NOT has_column_privilege('application_user', a.attrelid, a.attnum, 'SELECT')
            OR a.attname ~ '(password|secret|token|api_key|hash|verifier|selector)'
            OR a.attname = ANY (TG_ARGV[2:])
        );

    SELECT string_agg(entity ->> a.attname, '/' ORDER BY k.place)
    INTO entity_id
    FROM pg_catalog.pg_index AS i
    CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
    INNER JOIN pg_catalog.pg_attribute AS a
        ON a.attrelid = i.indrelid
            AND a.attnum = k.attnum
    WHERE i.indrelid = TG_RELID
        AND i.indisprimary;

    INSERT INTO ops.audit_trail (
        user_id,
        team_id,
        access_type,
        action,
        operation,
        entity_type,
        entity_id,
        role,
        client_ip,
        severity,
        before_value,
        after_value,
        request_id,
        session_id
    )
    VALUES (
        coalesce(iam.current_user_id(), 0),
        CASE
            WHEN TG_RELID = 'iam.teams'::regclass THEN entity ->> 'id'
            ELSE entity ->> 'team_id'
        END::integer,
        coalesce(nullif(current_setting('app.access_type', true), ''), TG_ARGV[0])
            ::ops.audit_access_type,
        TG_ARGV[1]::ops.audit_action,
        CASE TG_OP WHEN 'INSERT' THEN 'Create' WHEN 'UPDATE' THEN 'Update' ELSE 'Delete' END,
        TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME,
        entity_id,
        -- In here current_user is the owner; the setting says who SET ROLE made the caller.
        coalesce(nullif(current_setting('role'), 'none'), session_user),
        nullif(current_setting('app.client_ip', true), '')::inet,
        CASE TG_OP WHEN 'DELETE' THEN 'High' ELSE 'Info' END,
        before_value - coalesce(left_out, '{}'),
        after_value - coalesce(left_out, '{}'),
        nullif(current_setting('app.request_id', true), ''),
        nullif(current_setting('app.session_id', true), '')
    );

    RETURN NULL;
END
$$;

--
-- Name: FUNCTION write_audit(); Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON FUNCTION ops.write_audit() IS 'Trigger: adds an entry to the audit trail, on behalf of the person of the context. Arguments: the access type where app.access_type gives none, the action, and columns that are left out besides the secret ones. A value of the context that is no access type or no address is an error.';

--
-- Name: set_updated_at(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.set_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    changed boolean;
BEGIN
    IF TG_NARGS = 0 THEN
        changed := NEW IS DISTINCT FROM OLD;
    ELSE
        -- The arguments name the columns that do not count. Generated columns must be among
        -- them: a BEFORE trigger sees them as null in NEW, so that every update looks like a
        -- change.
        changed := (to_jsonb(NEW) - TG_ARGV) IS DISTINCT FROM (to_jsonb(OLD) - TG_ARGV);
    END IF;

    IF changed AND NEW.updated_at IS NOT DISTINCT FROM OLD.updated_at THEN
        NEW.updated_at := current_timestamp;
    END IF;

    RETURN NEW;
END
$$;

--
-- Name: FUNCTION set_updated_at(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.set_updated_at() IS 'Trigger: sets updated_at when the row changed and the caller did not set it. Arguments name columns whose change does not count.';

--
-- Name: objects; Type: TABLE; Schema: storage; Owner: -
--

CREATE TABLE storage.objects (
    id integer NOT NULL,
    team_id integer NOT NULL,
    object_name character varying(100) NOT NULL,
    object_data bytea,
    mime_type character varying(50) NOT NULL,
    file_name character varying(255) NOT NULL,
    file_size bigint NOT NULL,
    file_hash character varying(32) NOT NULL,
    created_by integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT objects_file_size_not_negative CHECK ((file_size >= 0))
);

--
-- Name: TABLE objects; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON TABLE storage.objects IS 'An uploaded file with its contents: an attachment, the source of a document, or an icon.';

--
-- Name: COLUMN objects.id; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.objects.id IS 'Identifier of the object.';

--
-- Name: COLUMN objects.team_id; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.objects.team_id IS 'Team the object belongs to.';

--
-- Name: COLUMN objects.object_name; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.objects.object_name IS 'Name under which the application keeps the object.';

--
-- Name: COLUMN objects.object_data; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.objects.object_data IS 'The contents; NULL when they are kept elsewhere.';

--
-- Name: COLUMN objects.mime_type; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.objects.mime_type IS 'Media type of the contents.';

--
-- Name: COLUMN objects.file_name; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.objects.file_name IS 'Name of the file as it was uploaded.';

--
-- Name: COLUMN objects.file_size; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.objects.file_size IS 'Size of the contents in bytes.';

--
-- Name: COLUMN objects.file_hash; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.objects.file_hash IS 'MD5 of the contents in hexadecimal, to recognise the same file by; no proof against forgery.';

--
-- Name: COLUMN objects.created_by; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.objects.created_by IS 'Person who uploaded the object.';

--
-- Name: COLUMN objects.created_at; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.objects.created_at IS 'When the object was uploaded.';

--
-- Name: COLUMN objects.updated_at; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.objects.updated_at IS 'When the object last changed.';

--
-- Name: is_own_object(integer); Type: FUNCTION; Schema: rag; Owner: -
--

CREATE FUNCTION rag.is_own_object(object_id integer) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN (EXISTS (SELECT FROM storage.objects o WHERE ((o.id = is_own_object.object_id) AND (o.created_by = iam.current_user_id()))));

--
-- Name: FUNCTION is_own_object(object_id integer); Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON FUNCTION rag.is_own_object(object_id integer) IS 'Whether the current person uploaded an object.';

--
-- Name: nearest_chunks(public.vector, integer, integer[]); Type: FUNCTION; Schema: rag; Owner: -
--

CREATE FUNCTION rag.nearest_chunks(embedding public.vector, count integer, within integer[] DEFAULT NULL::integer[]) RETURNS TABLE(id integer, document_id integer, dataset_id integer, page_number integer, text character varying, distance double precision)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
DECLARE
    -- Reading so many vectors costs about as much as the search in an index.
    few CONSTANT integer := 5000;
    dimension CONSTANT integer := public.vector_dims(nearest_chunks.embedding);
    -- The policies of the datasets say which; those of the chunks say it again.
    datasets CONSTANT integer[] := ARRAY(
        SELECT d.id
        FROM rag.datasets AS d
        WHERE nearest_chunks.within IS NULL
            OR d.id = ANY (nearest_chunks.within)
    );
    seen integer;
    settings CONSTANT text[] := ARRAY[
        'hnsw.iterative_scan',
        'hnsw.ef_search',
        'hnsw.max_scan_tuples',
        'hnsw.scan_mem_multiplier',
        -- The planner takes what one sees for less than it is, and would rather read and sort it.
        'enable_sort'
    ];
    wanted CONSTANT text[] := ARRAY['relaxed_order', '400', '100000', '4', 'off'];
    found CONSTANT text[] := ARRAY(
        SELECT current_setting(s.name, true)
        FROM unnest(settings) AS s (name)
    );
BEGIN
    IF dimension IS NULL THEN
        RETURN;
    END IF;

    IF dimension NOT IN (384, 768, 1024, 1536) THEN
        RAISE EXCEPTION 'an embedding of % numbers: chunks have 384, 768, 1024 or 1536', dimension
            USING ERRCODE = 'data_exception';
    END IF;

    SELECT count(*)
    INTO seen
    FROM (
        SELECT
        FROM rag.chunks AS c
        WHERE c.dataset_id = ANY (datasets)
        LIMIT few + 1
    ) AS s;

    IF seen <= few THEN
        -- Without the cast this is not the expression of an index.
        RETURN QUERY
            SELECT
                c.id,
                c.document_id,
                c.dataset_id,
                c.page_number,
                c.text,
                c.embeddings OPERATOR(public.<=>) nearest_chunks.embedding AS distance
            FROM rag.chunks AS c
            WHERE public.vector_dims(c.embeddings) = dimension
                AND c.dataset_id = ANY (datasets)
            ORDER BY c.embeddings OPERATOR(public.<=>) nearest_chunks.embedding
            LIMIT nearest_chunks.count;
        RETURN;
    END IF;

    PERFORM set_config(s.name, s.value, true)
    FROM unnest(settings, wanted) AS s (name, value);

    IF dimension = 384 THEN
        RETURN QUERY
            WITH near AS MATERIALIZED (
                SELECT
                    c.id,
                    c.document_id,
                    c.dataset_id,
                    c.page_number,
                    c.text,
                    c.embeddings OPERATOR(public.<=>) nearest_chunks.embedding AS distance
                FROM rag.chunks AS c
                WHERE public.vector_dims(c.embeddings) = 384
                    AND c.dataset_id = ANY (datasets)
                ORDER BY
                    c.embeddings::public.vector(384)
                    OPERATOR(public.<=>) nearest_chunks.embedding::public.vector(384)
                LIMIT 4 * nearest_chunks.count
            )

            SELECT
                n.id,
                n.document_id,
                n.dataset_id,
                n.page_number,
                n.text,
                n.distance
            FROM near AS n
            ORDER BY n.distance
            LIMIT nearest_chunks.count;
    ELSIF dimension = 768 THEN
        RETURN QUERY
            WITH near AS MATERIALIZED (
                SELECT
                    c.id,
                    c.document_id,
                    c.dataset_id,
                    c.page_number,
                    c.text,
                    c.embeddings OPERATOR(public.<=>) nearest_chunks.embedding AS distance
                FROM rag.chunks AS c
                WHERE public.vector_dims(c.embeddings) = 768
                    AND c.dataset_id = ANY (datasets)
                ORDER BY
                    c.embeddings::public.vector(768)
                    OPERATOR(public.<=>) nearest_chunks.embedding::public.vector(768)
                LIMIT 4 * nearest_chunks.count
            )

            SELECT
                n.id,
                n.document_id,
                n.dataset_id,
                n.page_number,
                n.text,
                n.distance
            FROM near AS n
            ORDER BY n.distance
            LIMIT nearest_chunks.count;
    ELSIF dimension = 1024 THEN
        RETURN QUERY
            WITH near AS MATERIALIZED (
                SELECT
                    c.id,
                    c.document_id,
                    c.dataset_id,
                    c.page_number,
                    c.text,
                    c.embeddings OPERATOR(public.<=>) nearest_chunks.embedding AS distance
                FROM rag.chunks AS c
                WHERE public.vector_dims(c.embeddings) = 1024
                    AND c.dataset_id = ANY (datasets)
                ORDER BY
                    c.embeddings::public.vector(1024)
                    OPERATOR(public.<=>) nearest_chunks.embedding::public.vector(1024)
                LIMIT 4 * nearest_chunks.count
            )

            SELECT
                n.id,
                n.document_id,
                n.dataset_id,
                n.page_number,
                n.text,
                n.distance
            FROM near AS n
            ORDER BY n.distance
            LIMIT nearest_chunks.count;
    ELSIF dimension = 1536 THEN
        RETURN QUERY
            WITH near AS MATERIALIZED (
                SELECT
                    c.id,
                    c.document_id,
                    c.dataset_id,
                    c.page_number,
                    c.text,
                    c.embeddings OPERATOR(public.<=>) nearest_chunks.embedding AS distance
                FROM rag.chunks AS c
                WHERE public.vector_dims(c.embeddings) = 1536
                    AND c.dataset_id = ANY (datasets)
                ORDER BY
                    c.embeddings::public.vector(1536)
                    OPERATOR(public.<=>) nearest_chunks.embedding::public.vector(1536)
                LIMIT 4 * nearest_chunks.count
            )

            SELECT
                n.id,
                n.document_id,
                n.dataset_id,
                n.page_number,
                n.text,
                n.distance
            FROM near AS n
            ORDER BY n.distance
            LIMIT nearest_chunks.count;
    END IF;

    PERFORM set_config(s.name, s.value, true)
    FROM unnest(settings, found) AS s (name, value);
END
$$;

--
-- Name: FUNCTION nearest_chunks(embedding public.vector, count integer, within integer[]); Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON FUNCTION rag.nearest_chunks(embedding public.vector, count integer, within integer[]) IS 'The chunks among those the current person sees whose embeddings are nearest to one of the same dimension, by cosine distance (0 for the same direction, 2 for the opposite), nearest first. At most count chunks, from the datasets in within, or from all where it is NULL.';

--
-- Name: search_chunks(text, integer, integer[]); Type: FUNCTION; Schema: rag; Owner: -
--

CREATE FUNCTION rag.search_chunks(query text, count integer, within integer[] DEFAULT NULL::integer[]) RETURNS TABLE(id integer, document_id integer, dataset_id integer, page_number integer, text character varying, rank real)
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
DECLARE
    wanted tsquery;
    datasets CONSTANT integer[] := ARRAY(
        SELECT v.id
        FROM rag.visible_dataset_ids() AS v (id)
        WHERE search_chunks.within IS NULL
            OR v.id = ANY (search_chunks.within)
    );
BEGIN
    -- Reading it takes time that grows with the square of its words.
    IF char_length(search_chunks.query) > 2000 THEN
        RAISE EXCEPTION 'a search takes at most 2000 characters, not %',
            char_length(search_chunks.query)
            USING ERRCODE = 'program_limit_exceeded';
    END IF;
    wanted := websearch_to_tsquery('simple', search_chunks.query);

    RETURN QUERY
        SELECT
            c.id,
            c.document_id,
            c.dataset_id,
            c.page_number,
            c.text,
            ts_rank_cd(to_tsvector('simple', c.text), wanted) AS rank
        FROM rag.chunks AS c
        WHERE to_tsvector('simple', c.text) @@ wanted
            AND c.dataset_id = ANY (datasets)
        ORDER BY
            ts_rank_cd(to_tsvector('simple', c.text), wanted) DESC,
            c.id
        LIMIT search_chunks.count;
END
$$;

--
-- Name: FUNCTION search_chunks(query text, count integer, within integer[]); Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON FUNCTION rag.search_chunks(query text, count integer, within integer[]) IS 'The chunks among those the current person sees that hold all words of a query, best first. The query is written as for a web search: "a phrase", or, -without. At most count chunks, from the datasets in within, or from all where it is NULL. A query has at most 2000 characters.';

--
-- Name: datasets; Type: TABLE; Schema: rag; Owner: -
--

CREATE TABLE rag.datasets (
    id integer NOT NULL,
    team_id integer NOT NULL,
    embeddings_model_id integer NOT NULL,
    visibility public.visibility NOT NULL,
    name character varying NOT NULL,
    chunking_strategy rag.chunking_strategy NOT NULL,
    combine_under_n_chars integer NOT NULL,
    new_after_n_chars integer NOT NULL,
    multipage_sections boolean NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by integer NOT NULL,
    external_id uuid DEFAULT gen_random_uuid() NOT NULL,
    is_project boolean DEFAULT false NOT NULL
);

--
-- Name: TABLE datasets; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON TABLE rag.datasets IS 'A collection of documents that assistants look things up in.';

--
-- Name: COLUMN datasets.id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.datasets.id IS 'Identifier of the dataset.';

--
-- Name: COLUMN datasets.team_id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.datasets.team_id IS 'Team the dataset belongs to.';

--
-- Name: COLUMN datasets.embeddings_model_id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.datasets.embeddings_model_id IS 'Model that makes the embeddings of the chunks.';

--
-- Name: COLUMN datasets.visibility; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.datasets.visibility IS 'Who sees the dataset and all that is in it.';

--
-- Name: COLUMN datasets.name; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.datasets.name IS 'Name given by the creator.';

--
-- Name: COLUMN datasets.chunking_strategy; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.datasets.chunking_strategy IS 'How documents are cut into chunks.';

--
-- Name: COLUMN datasets.combine_under_n_chars; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.datasets.combine_under_n_chars IS 'Sections shorter than this number of characters are put together into one chunk.';

--
-- Name: COLUMN datasets.new_after_n_chars; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.datasets.new_after_n_chars IS 'A chunk that has reached this number of characters is closed and a new one begun.';

--
-- Name: COLUMN datasets.multipage_sections; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.datasets.multipage_sections IS 'Whether a chunk may go on over the end of a page.';

--
-- Name: COLUMN datasets.created_at; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.datasets.created_at IS 'When the dataset was made.';

--
-- Name: COLUMN datasets.updated_at; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.datasets.updated_at IS 'When the dataset itself last changed; a new document is not a change.';

--
-- Name: COLUMN datasets.created_by; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.datasets.created_by IS 'Person who made the dataset, the only one to see it while it is private; no foreign key, since a dataset outlives the account.';

--
-- Name: COLUMN datasets.external_id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.datasets.external_id IS 'Identifier to show outside, which tells nothing about the number of datasets.';

--
-- Name: COLUMN datasets.is_project; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.datasets.is_project IS 'Whether the dataset holds the files of a project rather than standing alone.';

--
-- Name: visible_dataset_ids(); Type: FUNCTION; Schema: rag; Owner: -
--

CREATE FUNCTION rag.visible_dataset_ids() RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT d.id
    FROM rag.datasets d
   WHERE (((d.team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND ((d.visibility <> 'Private'::public.visibility) OR (d.created_by = ( SELECT iam.current_user_id() AS current_user_id)))) OR ((d.visibility = 'Company'::public.visibility) AND ( SELECT iam.is_signed_in() AS is_signed_in)));
END;

--
-- Name: FUNCTION visible_dataset_ids(); Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON FUNCTION rag.visible_dataset_ids() IS 'The datasets that the current person sees: those of the own teams that are not another''s private ones, and the company-wide ones.';

--
-- Name: categories; Type: TABLE; Schema: assistants; Owner: -
--

CREATE TABLE assistants.categories (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    description text
);

--
-- Name: TABLE categories; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON TABLE assistants.categories IS 'A heading under which assistants are listed, the same for all teams.';

--
-- Name: COLUMN categories.id; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.categories.id IS 'Identifier of the category.';

--
-- Name: COLUMN categories.name; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.categories.name IS 'Name that people see.';

--
-- Name: COLUMN categories.description; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.categories.description IS 'What belongs under it; NULL when the name says it all.';

--
-- Name: categories_id_seq; Type: SEQUENCE; Schema: assistants; Owner: -
--

ALTER TABLE assistants.categories ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME assistants.categories_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: projects; Type: TABLE; Schema: assistants; Owner: -
--

CREATE TABLE assistants.projects (
    id integer NOT NULL,
    team_id integer NOT NULL,
    dataset_id integer NOT NULL,
    name character varying NOT NULL,
    instructions text DEFAULT ''::text NOT NULL,
    visibility public.visibility NOT NULL,
    created_by integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: TABLE projects; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON TABLE assistants.projects IS 'Conversations that share instructions and a dataset of their own.';

--
-- Name: COLUMN projects.id; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.projects.id IS 'Identifier of the project.';

--
-- Name: COLUMN projects.team_id; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.projects.team_id IS 'Team the project belongs to.';

--
-- Name: COLUMN projects.dataset_id; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.projects.dataset_id IS 'Dataset with the documents of the project, which no other project has.';

--
-- Name: COLUMN projects.name; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.projects.name IS 'Name that people see.';

--
-- Name: COLUMN projects.instructions; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.projects.instructions IS 'What to tell the model in each conversation of the project; empty for nothing.';

--
-- Name: COLUMN projects.visibility; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.projects.visibility IS 'Who sees the project: its creator, the team, or everyone signed in.';

--
-- Name: COLUMN projects.created_by; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.projects.created_by IS 'Person who made the project.';

--
-- Name: COLUMN projects.created_at; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.projects.created_at IS 'When the project was made.';

--
-- Name: COLUMN projects.updated_at; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.projects.updated_at IS 'When the project last changed.';

--
-- Name: projects_id_seq; Type: SEQUENCE; Schema: assistants; Owner: -
--

ALTER TABLE assistants.projects ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME assistants.projects_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: prompt_dataset; Type: TABLE; Schema: assistants; Owner: -
--

CREATE TABLE assistants.prompt_dataset (
    prompt_id integer NOT NULL,
    dataset_id integer NOT NULL,
    team_id integer NOT NULL
);

--
-- Name: TABLE prompt_dataset; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON TABLE assistants.prompt_dataset IS 'A dataset that a prompt answers from.';

--
-- Name: COLUMN prompt_dataset.prompt_id; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompt_dataset.prompt_id IS 'Prompt that answers.';

--
-- Name: COLUMN prompt_dataset.dataset_id; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompt_dataset.dataset_id IS 'Dataset it answers from: one of its team, or one that another team shares with the company.';

--
-- Name: COLUMN prompt_dataset.team_id; Type: COMMENT; Schema: assistants; Owner: -
--

COMMENT ON COLUMN assistants.prompt_dataset.team_id IS 'Team of the prompt.';

--
-- Name: prompts_id_seq; Type: SEQUENCE; Schema: assistants; Owner: -
--

ALTER TABLE assistants.prompts ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME assistants.prompts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: automation_cron_triggers; Type: TABLE; Schema: automation; Owner: -
--

CREATE TABLE automation.automation_cron_triggers (
    id integer NOT NULL,
    prompt_id integer NOT NULL,
    cron_expression text NOT NULL,
    created_at timestamp with time zone DEFAULT now(),
    team_id integer NOT NULL,
    next_run_at timestamp with time zone,
    CONSTRAINT automation_cron_triggers_cron_expression_check CHECK (automation.is_cron_expression(cron_expression))
);

--
-- Name: TABLE automation_cron_triggers; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON TABLE automation.automation_cron_triggers IS 'The times at which a prompt runs again and again.';

--
-- Name: COLUMN automation_cron_triggers.id; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_cron_triggers.id IS 'Identifier of the trigger.';

--
-- Name: COLUMN automation_cron_triggers.prompt_id; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_cron_triggers.prompt_id IS 'Prompt to run.';

--
-- Name: COLUMN automation_cron_triggers.cron_expression; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_cron_triggers.cron_expression IS 'The times, in UTC: minute, hour, day of the month, month and day of the week, or a name like @daily.';

--
-- Name: COLUMN automation_cron_triggers.created_at; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_cron_triggers.created_at IS 'When the trigger was made.';

--
-- Name: COLUMN automation_cron_triggers.team_id; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_cron_triggers.team_id IS 'Team of the prompt.';

--
-- Name: COLUMN automation_cron_triggers.next_run_at; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_cron_triggers.next_run_at IS 'When the next run is due; set anew whenever one is put in the queue. NULL for never, as on 30 February.';

--
-- Name: automation_cron_triggers_id_seq; Type: SEQUENCE; Schema: automation; Owner: -
--

ALTER TABLE automation.automation_cron_triggers ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME automation.automation_cron_triggers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: automation_runs; Type: TABLE; Schema: automation; Owner: -
--

CREATE TABLE automation.automation_runs (
    id integer NOT NULL,
    prompt_id integer NOT NULL,
    status automation.automation_run_status DEFAULT 'Pending'::automation.automation_run_status NOT NULL,
    started_at timestamp with time zone,
    completed_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now(),
    team_id integer NOT NULL,
    scheduled_for timestamp with time zone DEFAULT now() NOT NULL,
    claimed_by text,
    heartbeat_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    error text,
    CONSTRAINT automation_runs_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT automation_runs_completed_at_check CHECK ((completed_at >= started_at)),
    CONSTRAINT automation_runs_finished_run_has_its_time CHECK (((status = ANY (ARRAY['Completed'::automation.automation_run_status, 'Failed'::automation.automation_run_status])) = (completed_at IS NOT NULL))),
    CONSTRAINT automation_runs_pending_run_is_nobodys CHECK (((status <> 'Pending'::automation.automation_run_status) OR (num_nonnulls(claimed_by, heartbeat_at) = 0))),
    CONSTRAINT automation_runs_running_run_is_claimed CHECK (((status <> 'Running'::automation.automation_run_status) OR (num_nulls(started_at, claimed_by, heartbeat_at) = 0)))
);

--
-- Name: TABLE automation_runs; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON TABLE automation.automation_runs IS 'One run of an automation, and its place in the queue that workers take runs from.';

--
-- Name: COLUMN automation_runs.id; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_runs.id IS 'Identifier of the run.';

--
-- Name: COLUMN automation_runs.prompt_id; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_runs.prompt_id IS 'Prompt that is run.';

--
-- Name: COLUMN automation_runs.status; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_runs.status IS 'How far the run is.';

--
-- Name: COLUMN automation_runs.started_at; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_runs.started_at IS 'When a worker last began; NULL before the first time.';

--
-- Name: COLUMN automation_runs.completed_at; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_runs.completed_at IS 'When the run was done or given up; NULL until then.';

--
-- Name: COLUMN automation_runs.created_at; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_runs.created_at IS 'When the run was put in the queue.';

--
-- Name: COLUMN automation_runs.team_id; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_runs.team_id IS 'Team of the prompt.';

--
-- Name: COLUMN automation_runs.scheduled_for; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_runs.scheduled_for IS 'From when on a worker may take the run; a later time for a further attempt.';

--
-- Name: COLUMN automation_runs.claimed_by; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_runs.claimed_by IS 'Name of the worker that has the run, or had it last; NULL while it waits.';

--
-- Name: COLUMN automation_runs.heartbeat_at; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_runs.heartbeat_at IS 'When the worker last said that it is alive; NULL while the run waits.';

--
-- Name: COLUMN automation_runs.attempts; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_runs.attempts IS 'How many times a worker took the run.';

--
-- Name: COLUMN automation_runs.error; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_runs.error IS 'Why the last attempt failed; NULL when none has.';

--
-- Name: automation_runs_id_seq; Type: SEQUENCE; Schema: automation; Owner: -
--

ALTER TABLE automation.automation_runs ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME automation.automation_runs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: automation_webhook_triggers; Type: TABLE; Schema: automation; Owner: -
--

CREATE TABLE automation.automation_webhook_triggers (
    id integer NOT NULL,
    prompt_id integer NOT NULL,
    secret text NOT NULL,
    created_at timestamp with time zone DEFAULT now(),
    team_id integer NOT NULL,
    CONSTRAINT automation_webhook_triggers_secret_check CHECK ((secret ~ '^[0-9a-f]{64}$'::text))
);

--
-- Name: TABLE automation_webhook_triggers; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON TABLE automation.automation_webhook_triggers IS 'A call from outside that makes a prompt run.';

--
-- Name: COLUMN automation_webhook_triggers.id; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_webhook_triggers.id IS 'Identifier of the trigger.';

--
-- Name: COLUMN automation_webhook_triggers.prompt_id; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_webhook_triggers.prompt_id IS 'Prompt to run.';

--
-- Name: COLUMN automation_webhook_triggers.secret; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_webhook_triggers.secret IS 'SHA-256 of the secret a call must bring, in lower-case hexadecimal; the secret itself is never stored.';

--
-- Name: COLUMN automation_webhook_triggers.created_at; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_webhook_triggers.created_at IS 'When the trigger was made.';

--
-- Name: COLUMN automation_webhook_triggers.team_id; Type: COMMENT; Schema: automation; Owner: -
--

COMMENT ON COLUMN automation.automation_webhook_triggers.team_id IS 'Team of the prompt.';

--
-- Name: automation_webhook_triggers_id_seq; Type: SEQUENCE; Schema: automation; Owner: -
--

ALTER TABLE automation.automation_webhook_triggers ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME automation.automation_webhook_triggers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: api_keys_id_seq; Type: SEQUENCE; Schema: iam; Owner: -
--

ALTER TABLE iam.api_keys ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME iam.api_keys_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: group_members; Type: TABLE; Schema: iam; Owner: -
--

CREATE TABLE iam.group_members (
    group_id integer NOT NULL,
    user_id integer NOT NULL
);

--
-- Name: TABLE group_members; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON TABLE iam.group_members IS 'Membership of a person in a group.';

--
-- Name: COLUMN group_members.group_id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.group_members.group_id IS 'The group.';

--
-- Name: COLUMN group_members.user_id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.group_members.user_id IS 'The member.';

--
-- Name: groups; Type: TABLE; Schema: iam; Owner: -
--

CREATE TABLE iam.groups (
    id integer NOT NULL,
    name text NOT NULL,
    description text,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: TABLE groups; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON TABLE iam.groups IS 'A group of people across teams, by which models are routed and limits are set.';

--
-- Name: COLUMN groups.id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.groups.id IS 'Identifier of the group.';

--
-- Name: COLUMN groups.name; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.groups.name IS 'Name of the group, unique.';

--
-- Name: COLUMN groups.description; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.groups.description IS 'What the group is for.';

--
-- Name: COLUMN groups.created_at; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.groups.created_at IS 'When the group was made.';

--
-- Name: groups_id_seq; Type: SEQUENCE; Schema: iam; Owner: -
--

ALTER TABLE iam.groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME iam.groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: invitations_id_seq; Type: SEQUENCE; Schema: iam; Owner: -
--

ALTER TABLE iam.invitations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME iam.invitations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: oauth_clients; Type: TABLE; Schema: iam; Owner: -
--

CREATE TABLE iam.oauth_clients (
    id integer NOT NULL,
    client_id text NOT NULL,
    client_secret text NOT NULL,
    provider text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    provider_url text
);

--
-- Name: TABLE oauth_clients; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON TABLE iam.oauth_clients IS 'The installation''s registration as a client of an OAuth 2 provider.';

--
-- Name: COLUMN oauth_clients.id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.oauth_clients.id IS 'Identifier of the registration.';

--
-- Name: COLUMN oauth_clients.client_id; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.oauth_clients.client_id IS 'Client id issued by the provider.';

--
-- Name: COLUMN oauth_clients.client_secret; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.oauth_clients.client_secret IS 'Client secret, encrypted by the application before it is sent here.';

--
-- Name: COLUMN oauth_clients.provider; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.oauth_clients.provider IS 'Name of the provider.';

--
-- Name: COLUMN oauth_clients.created_at; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.oauth_clients.created_at IS 'When the registration was added.';

--
-- Name: COLUMN oauth_clients.provider_url; Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON COLUMN iam.oauth_clients.provider_url IS 'Address that identifies the provider, where its name does not.';

--
-- Name: oauth_clients_id_seq; Type: SEQUENCE; Schema: iam; Owner: -
--

ALTER TABLE iam.oauth_clients ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME iam.oauth_clients_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: permission_grants_id_seq; Type: SEQUENCE; Schema: iam; Owner: -
--

ALTER TABLE iam.permission_grants ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME iam.permission_grants_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: teams_id_seq; Type: SEQUENCE; Schema: iam; Owner: -
--

ALTER TABLE iam.teams ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME iam.teams_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: users_id_seq; Type: SEQUENCE; Schema: iam; Owner: -
--

ALTER TABLE iam.users ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME iam.users_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: api_key_connections_id_seq; Type: SEQUENCE; Schema: integrations; Owner: -
--

ALTER TABLE integrations.api_key_connections ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME integrations.api_key_connections_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: credentials_id_seq; Type: SEQUENCE; Schema: integrations; Owner: -
--

ALTER TABLE integrations.credentials ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME integrations.credentials_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: integrations; Type: TABLE; Schema: integrations; Owner: -
--

CREATE TABLE integrations.integrations (
    id integer NOT NULL,
    integration_type integrations.integration_type NOT NULL,
    name character varying NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    definition jsonb,
    visibility public.visibility NOT NULL,
    team_id integer NOT NULL,
    created_by integer NOT NULL,
    CONSTRAINT integrations_definition_check CHECK ((jsonb_typeof(definition) = 'object'::text))
);

--
-- Name: TABLE integrations; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON TABLE integrations.integrations IS 'A service outside that a team''s assistants may call.';

--
-- Name: COLUMN integrations.id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.integrations.id IS 'Identifier of the integration.';

--
-- Name: COLUMN integrations.integration_type; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.integrations.integration_type IS 'How the service is reached.';

--
-- Name: COLUMN integrations.name; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.integrations.name IS 'Name given by the team.';

--
-- Name: COLUMN integrations.created_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.integrations.created_at IS 'When the integration was added.';

--
-- Name: COLUMN integrations.updated_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.integrations.updated_at IS 'When the integration last changed.';

--
-- Name: COLUMN integrations.definition; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.integrations.definition IS 'What the service offers and where, as a JSON object that depends on the type, such as an OpenAPI document; NULL when the type says it all. Holds no secrets.';

--
-- Name: COLUMN integrations.visibility; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.integrations.visibility IS 'Who sees the integration and may connect to it.';

--
-- Name: COLUMN integrations.team_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.integrations.team_id IS 'Team the integration belongs to.';

--
-- Name: COLUMN integrations.created_by; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.integrations.created_by IS 'Person who added the integration.';

--
-- Name: integrations_id_seq; Type: SEQUENCE; Schema: integrations; Owner: -
--

ALTER TABLE integrations.integrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME integrations.integrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: oauth2_connections_id_seq; Type: SEQUENCE; Schema: integrations; Owner: -
--

ALTER TABLE integrations.oauth2_connections ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME integrations.oauth2_connections_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: openapi_spec_api_keys; Type: TABLE; Schema: integrations; Owner: -
--

CREATE TABLE integrations.openapi_spec_api_keys (
    openapi_spec_id integer NOT NULL,
    api_key text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: TABLE openapi_spec_api_keys; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON TABLE integrations.openapi_spec_api_keys IS 'The installation''s own key to an API on offer.';

--
-- Name: COLUMN openapi_spec_api_keys.openapi_spec_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_spec_api_keys.openapi_spec_id IS 'API the key opens.';

--
-- Name: COLUMN openapi_spec_api_keys.api_key; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_spec_api_keys.api_key IS 'Key, encrypted by the application before it is sent here.';

--
-- Name: COLUMN openapi_spec_api_keys.created_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_spec_api_keys.created_at IS 'When a key was first set.';

--
-- Name: COLUMN openapi_spec_api_keys.updated_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_spec_api_keys.updated_at IS 'When the key was last replaced.';

--
-- Name: openapi_spec_selections; Type: TABLE; Schema: integrations; Owner: -
--

CREATE TABLE integrations.openapi_spec_selections (
    category integrations.openapi_spec_category NOT NULL,
    openapi_spec_id integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: TABLE openapi_spec_selections; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON TABLE integrations.openapi_spec_selections IS 'The one API of a category that the installation uses, as for searching the web.';

--
-- Name: COLUMN openapi_spec_selections.category; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_spec_selections.category IS 'Category the choice is made for.';

--
-- Name: COLUMN openapi_spec_selections.openapi_spec_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_spec_selections.openapi_spec_id IS 'API that was chosen.';

--
-- Name: COLUMN openapi_spec_selections.created_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_spec_selections.created_at IS 'When a choice was first made.';

--
-- Name: COLUMN openapi_spec_selections.updated_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_spec_selections.updated_at IS 'When the choice last changed.';

--
-- Name: openapi_specs; Type: TABLE; Schema: integrations; Owner: -
--

CREATE TABLE integrations.openapi_specs (
    id integer NOT NULL,
    slug text NOT NULL,
    title text NOT NULL,
    description text,
    spec jsonb NOT NULL,
    logo_url text,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    category integrations.openapi_spec_category DEFAULT 'Application'::integrations.openapi_spec_category NOT NULL,
    CONSTRAINT openapi_specs_spec_check CHECK ((jsonb_typeof(spec) = 'object'::text))
);

--
-- Name: TABLE openapi_specs; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON TABLE integrations.openapi_specs IS 'An API that the installation offers to all teams to make an integration of.';

--
-- Name: COLUMN openapi_specs.id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_specs.id IS 'Identifier of the API.';

--
-- Name: COLUMN openapi_specs.slug; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_specs.slug IS 'Short name in lower case for use in addresses.';

--
-- Name: COLUMN openapi_specs.title; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_specs.title IS 'Name to show.';

--
-- Name: COLUMN openapi_specs.description; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_specs.description IS 'What the API is good for; NULL when nobody said.';

--
-- Name: COLUMN openapi_specs.spec; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_specs.spec IS 'OpenAPI document that describes the API, as a JSON object.';

--
-- Name: COLUMN openapi_specs.logo_url; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_specs.logo_url IS 'Address of a picture to show; NULL for none.';

--
-- Name: COLUMN openapi_specs.is_active; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_specs.is_active IS 'Whether the API is on offer.';

--
-- Name: COLUMN openapi_specs.created_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_specs.created_at IS 'When the API was added.';

--
-- Name: COLUMN openapi_specs.updated_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_specs.updated_at IS 'When the entry last changed.';

--
-- Name: COLUMN openapi_specs.category; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.openapi_specs.category IS 'What the API is for.';

--
-- Name: openapi_specs_id_seq; Type: SEQUENCE; Schema: integrations; Owner: -
--

ALTER TABLE integrations.openapi_specs ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME integrations.openapi_specs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: prompt_integration; Type: TABLE; Schema: integrations; Owner: -
--

CREATE TABLE integrations.prompt_integration (
    prompt_id integer NOT NULL,
    integration_id integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    api_connection_id integer,
    oauth2_connection_id integer,
    team_id integer NOT NULL,
    CONSTRAINT chk_prompt_integration_single_connection CHECK ((NOT ((api_connection_id IS NOT NULL) AND (oauth2_connection_id IS NOT NULL))))
);

--
-- Name: TABLE prompt_integration; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON TABLE integrations.prompt_integration IS 'An integration that a prompt may call, and the connection it does so by.';

--
-- Name: COLUMN prompt_integration.prompt_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.prompt_integration.prompt_id IS 'Prompt that may call the integration.';

--
-- Name: COLUMN prompt_integration.integration_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.prompt_integration.integration_id IS 'Integration it may call: one of its team, or one that another team shares with the company.';

--
-- Name: COLUMN prompt_integration.created_at; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.prompt_integration.created_at IS 'When the two were linked.';

--
-- Name: COLUMN prompt_integration.api_connection_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.prompt_integration.api_connection_id IS 'Key of the prompt''s team to call with; NULL for none.';

--
-- Name: COLUMN prompt_integration.oauth2_connection_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.prompt_integration.oauth2_connection_id IS 'OAuth 2 connection of the prompt''s team to call with, in place of a key; NULL for none.';

--
-- Name: COLUMN prompt_integration.team_id; Type: COMMENT; Schema: integrations; Owner: -
--

COMMENT ON COLUMN integrations.prompt_integration.team_id IS 'Team of the prompt.';

--
-- Name: api_chats; Type: TABLE; Schema: llm; Owner: -
--

CREATE TABLE llm.api_chats (
    id integer NOT NULL,
    api_key_id integer NOT NULL,
    status llm.chat_status DEFAULT 'Pending'::llm.chat_status NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    role llm.chat_role DEFAULT 'User'::llm.chat_role NOT NULL,
    tool_calls character varying,
    content character varying,
    tool_call_id character varying,
    team_id integer NOT NULL,
    user_id integer NOT NULL
);

--
-- Name: TABLE api_chats; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TABLE llm.api_chats IS 'One message of a program that uses a key, or the answer to it.';

--
-- Name: COLUMN api_chats.id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.api_chats.id IS 'Identifier of the message.';

--
-- Name: COLUMN api_chats.api_key_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.api_chats.api_key_id IS 'Key it came with.';

--
-- Name: COLUMN api_chats.status; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.api_chats.status IS 'How far the answer has come.';

--
-- Name: COLUMN api_chats.created_at; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.api_chats.created_at IS 'When it came.';

--
-- Name: COLUMN api_chats.updated_at; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.api_chats.updated_at IS 'When the row last changed.';

--
-- Name: COLUMN api_chats.role; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.api_chats.role IS 'Who says it.';

--
-- Name: COLUMN api_chats.tool_calls; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.api_chats.tool_calls IS 'Calls of tools that the assistant asks for, as JSON text; NULL for none.';

--
-- Name: COLUMN api_chats.content; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.api_chats.content IS 'What was said; NULL until an answer is there, or when it is calls of tools only.';

--
-- Name: COLUMN api_chats.tool_call_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.api_chats.tool_call_id IS 'The call that this is the result of; NULL for what no tool said.';

--
-- Name: COLUMN api_chats.team_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.api_chats.team_id IS 'Team of the key.';

--
-- Name: COLUMN api_chats.user_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.api_chats.user_id IS 'Person the key acts for.';

--
-- Name: api_chats_id_seq; Type: SEQUENCE; Schema: llm; Owner: -
--

ALTER TABLE llm.api_chats ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME llm.api_chats_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: chats_attachments; Type: TABLE; Schema: llm; Owner: -
--

CREATE TABLE llm.chats_attachments (
    object_id integer NOT NULL,
    chat_id integer NOT NULL,
    team_id integer NOT NULL,
    user_id integer NOT NULL
);

--
-- Name: TABLE chats_attachments; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TABLE llm.chats_attachments IS 'A file that goes with a turn of a conversation.';

--
-- Name: COLUMN chats_attachments.object_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.chats_attachments.object_id IS 'The file, kept by the same team.';

--
-- Name: COLUMN chats_attachments.chat_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.chats_attachments.chat_id IS 'The turn it goes with.';

--
-- Name: COLUMN chats_attachments.team_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.chats_attachments.team_id IS 'Team of the conversation.';

--
-- Name: COLUMN chats_attachments.user_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.chats_attachments.user_id IS 'Person whose conversation it is.';

--
-- Name: chats_id_seq; Type: SEQUENCE; Schema: llm; Owner: -
--

ALTER TABLE llm.chats ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME llm.chats_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: conversations; Type: TABLE; Schema: llm; Owner: -
--

CREATE TABLE llm.conversations (
    id bigint NOT NULL,
    user_id integer NOT NULL,
    team_id integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    project_id integer
);

--
-- Name: TABLE conversations; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TABLE llm.conversations IS 'A conversation of one person, held in a team; nobody else sees it.';

--
-- Name: COLUMN conversations.id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.conversations.id IS 'Identifier of the conversation.';

--
-- Name: COLUMN conversations.user_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.conversations.user_id IS 'Person whose conversation it is.';

--
-- Name: COLUMN conversations.team_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.conversations.team_id IS 'Team it is held in; a person who is no member any more does not see it.';

--
-- Name: COLUMN conversations.created_at; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.conversations.created_at IS 'When it was begun.';

--
-- Name: COLUMN conversations.project_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.conversations.project_id IS 'Project it belongs to; NULL for none.';

--
-- Name: conversations_id_seq; Type: SEQUENCE; Schema: llm; Owner: -
--

ALTER TABLE llm.conversations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME llm.conversations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: inference_metrics; Type: VIEW; Schema: llm; Owner: -
--

CREATE VIEW llm.inference_metrics WITH (security_invoker='true') AS
 SELECT r.model_id,
    m.user_id,
    COALESCE(sum(m.tokens) FILTER (WHERE (m.type = 'Prompt'::llm.token_usage_type)), (0)::bigint) AS tpm_sent,
    COALESCE(sum(m.tokens) FILTER (WHERE (m.type = 'Completion'::llm.token_usage_type)), (0)::bigint) AS tpm_recv
   FROM (llm.token_usage_metrics m
     JOIN llm.models_of_recent_usage() r(metric_id, inference_type, model_id) ON ((r.metric_id = m.id)))
  WHERE (m.created_at >= (now() - '00:01:00'::interval))
  GROUP BY r.model_id, m.user_id;

--
-- Name: VIEW inference_metrics; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON VIEW llm.inference_metrics IS 'Tokens of the last minute by model and person, of the measurements that the caller sees.';

--
-- Name: COLUMN inference_metrics.model_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.inference_metrics.model_id IS 'The model.';

--
-- Name: COLUMN inference_metrics.user_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.inference_metrics.user_id IS 'The person who talked to it, or for whom a key did.';

--
-- Name: COLUMN inference_metrics.tpm_sent; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.inference_metrics.tpm_sent IS 'Tokens sent to the model in the last minute.';

--
-- Name: COLUMN inference_metrics.tpm_recv; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.inference_metrics.tpm_recv IS 'Tokens that came back from it in the last minute.';

--
-- Name: prompt_flags; Type: TABLE; Schema: llm; Owner: -
--

CREATE TABLE llm.prompt_flags (
    id integer NOT NULL,
    chat_id integer NOT NULL,
    flag_type llm.prompt_flag_type NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    team_id integer NOT NULL,
    user_id integer NOT NULL
);

--
-- Name: TABLE prompt_flags; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TABLE llm.prompt_flags IS 'A harm that a guard model found in a turn of a conversation.';

--
-- Name: COLUMN prompt_flags.id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.prompt_flags.id IS 'Identifier of the finding.';

--
-- Name: COLUMN prompt_flags.chat_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.prompt_flags.chat_id IS 'The turn it was found in.';

--
-- Name: COLUMN prompt_flags.flag_type; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.prompt_flags.flag_type IS 'Which harm it is.';

--
-- Name: COLUMN prompt_flags.created_at; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.prompt_flags.created_at IS 'When it was found.';

--
-- Name: COLUMN prompt_flags.team_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.prompt_flags.team_id IS 'Team of the conversation.';

--
-- Name: COLUMN prompt_flags.user_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.prompt_flags.user_id IS 'Person whose conversation it is.';

--
-- Name: prompt_flags_id_seq; Type: SEQUENCE; Schema: llm; Owner: -
--

ALTER TABLE llm.prompt_flags ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME llm.prompt_flags_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: rate_limits; Type: TABLE; Schema: llm; Owner: -
--

CREATE TABLE llm.rate_limits (
    id integer NOT NULL,
    api_key_id integer,
    tpm_limit integer NOT NULL,
    rpm_limit integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT rate_limits_rpm_limit_check CHECK ((rpm_limit >= 0)),
    CONSTRAINT rate_limits_tpm_limit_check CHECK ((tpm_limit >= 0))
);

--
-- Name: TABLE rate_limits; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TABLE llm.rate_limits IS 'What a key may use in a minute. Of several rows for one key the strictest holds.';

--
-- Name: COLUMN rate_limits.id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.rate_limits.id IS 'Identifier of the limit.';

--
-- Name: COLUMN rate_limits.api_key_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.rate_limits.api_key_id IS 'Key that is limited; NULL for every key that has no row of its own.';

--
-- Name: COLUMN rate_limits.tpm_limit; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.rate_limits.tpm_limit IS 'Tokens a minute; 0 lets none through.';

--
-- Name: COLUMN rate_limits.rpm_limit; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.rate_limits.rpm_limit IS 'Requests a minute; 0 lets none through.';

--
-- Name: COLUMN rate_limits.created_at; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.rate_limits.created_at IS 'When the limit was set.';

--
-- Name: rate_limits_id_seq; Type: SEQUENCE; Schema: llm; Owner: -
--

ALTER TABLE llm.rate_limits ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME llm.rate_limits_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: token_usage_metrics_id_seq; Type: SEQUENCE; Schema: llm; Owner: -
--

ALTER TABLE llm.token_usage_metrics ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME llm.token_usage_metrics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: usage_stats; Type: TABLE; Schema: llm; Owner: -
--

CREATE TABLE llm.usage_stats (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    auth_id text NOT NULL,
    date date NOT NULL,
    request_count bigint DEFAULT 0 NOT NULL,
    input_tokens bigint DEFAULT 0 NOT NULL,
    output_tokens bigint DEFAULT 0 NOT NULL,
    reasoning_tokens bigint DEFAULT 0 NOT NULL,
    cached_tokens bigint DEFAULT 0 NOT NULL,
    total_tokens bigint GENERATED ALWAYS AS ((((input_tokens + output_tokens) + reasoning_tokens) + cached_tokens)) STORED NOT NULL,
    success_count bigint DEFAULT 0 NOT NULL,
    error_count bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT usage_stats_cached_tokens_check CHECK ((cached_tokens >= 0)),
    CONSTRAINT usage_stats_error_count_check CHECK ((error_count >= 0)),
    CONSTRAINT usage_stats_input_tokens_check CHECK ((input_tokens >= 0)),
    CONSTRAINT usage_stats_output_tokens_check CHECK ((output_tokens >= 0)),
    CONSTRAINT usage_stats_reasoning_tokens_check CHECK ((reasoning_tokens >= 0)),
    CONSTRAINT usage_stats_request_count_check CHECK ((request_count >= 0)),
    CONSTRAINT usage_stats_success_count_check CHECK ((success_count >= 0))
);

--
-- Name: TABLE usage_stats; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON TABLE llm.usage_stats IS 'Requests and tokens of one day, added up by provider, model and account.';

--
-- Name: COLUMN usage_stats.id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.usage_stats.id IS 'Identifier of the row.';

--
-- Name: COLUMN usage_stats.provider; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.usage_stats.provider IS 'Name of the provider.';

--
-- Name: COLUMN usage_stats.model; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.usage_stats.model IS 'Name of the model.';

--
-- Name: COLUMN usage_stats.auth_id; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.usage_stats.auth_id IS 'Account at the provider that was used.';

--
-- Name: COLUMN usage_stats.date; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.usage_stats.date IS 'Day, in UTC.';

--
-- Name: COLUMN usage_stats.request_count; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.usage_stats.request_count IS 'Requests.';

--
-- Name: COLUMN usage_stats.input_tokens; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.usage_stats.input_tokens IS 'Tokens sent.';

--
-- Name: COLUMN usage_stats.output_tokens; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.usage_stats.output_tokens IS 'Tokens that came back.';

--
-- Name: COLUMN usage_stats.reasoning_tokens; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.usage_stats.reasoning_tokens IS 'Tokens that a model spent on thinking.';

--
-- Name: COLUMN usage_stats.cached_tokens; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.usage_stats.cached_tokens IS 'Tokens that the provider read from its cache.';

--
-- Name: COLUMN usage_stats.total_tokens; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.usage_stats.total_tokens IS 'Sum of the four kinds of tokens; generated.';

--
-- Name: COLUMN usage_stats.success_count; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.usage_stats.success_count IS 'Requests that were answered.';

--
-- Name: COLUMN usage_stats.error_count; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.usage_stats.error_count IS 'Requests that failed.';

--
-- Name: COLUMN usage_stats.created_at; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.usage_stats.created_at IS 'When the first request of the day was added.';

--
-- Name: COLUMN usage_stats.updated_at; Type: COMMENT; Schema: llm; Owner: -
--

COMMENT ON COLUMN llm.usage_stats.updated_at IS 'When the last one was added.';

--
-- Name: abilities; Type: TABLE; Schema: model_registry; Owner: -
--

CREATE TABLE model_registry.abilities (
    id integer NOT NULL,
    group_id integer NOT NULL,
    model text NOT NULL,
    channel_id integer NOT NULL,
    enabled boolean DEFAULT true NOT NULL,
    rate_limit integer DEFAULT 0 NOT NULL,
    CONSTRAINT abilities_rate_limit_not_negative CHECK ((rate_limit >= 0))
);

--
-- Name: TABLE abilities; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON TABLE model_registry.abilities IS 'That a group of people may ask for a model through a channel.';

--
-- Name: COLUMN abilities.id; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.abilities.id IS 'Identifier of the ability.';

--
-- Name: COLUMN abilities.group_id; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.abilities.group_id IS 'The group.';

--
-- Name: COLUMN abilities.model; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.abilities.model IS 'Name of the model, as in a request.';

--
-- Name: COLUMN abilities.channel_id; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.abilities.channel_id IS 'The channel that answers.';

--
-- Name: COLUMN abilities.enabled; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.abilities.enabled IS 'Whether the channel is used for this group and model at present.';

--
-- Name: COLUMN abilities.rate_limit; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.abilities.rate_limit IS 'Requests allowed per minute; 0 for no limit of its own.';

--
-- Name: abilities_id_seq; Type: SEQUENCE; Schema: model_registry; Owner: -
--

ALTER TABLE model_registry.abilities ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME model_registry.abilities_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: channels; Type: TABLE; Schema: model_registry; Owner: -
--

CREATE TABLE model_registry.channels (
    id integer NOT NULL,
    name text NOT NULL,
    channel_type text NOT NULL,
    base_url text,
    api_key text,
    api_version text,
    models text[] DEFAULT '{}'::text[] NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    status text DEFAULT 'active'::text NOT NULL,
    config jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT channels_config_check CHECK ((jsonb_typeof(config) = 'object'::text)),
    CONSTRAINT channels_models_no_null_check CHECK ((array_position(models, NULL::text) IS NULL)),
    CONSTRAINT channels_status_check CHECK ((status = ANY (ARRAY['active'::text, 'disabled'::text, 'failed'::text])))
);

--
-- Name: TABLE channels; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON TABLE model_registry.channels IS 'A way to a service that answers for some models: an address with a key.';

--
-- Name: COLUMN channels.id; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.channels.id IS 'Identifier of the channel.';

--
-- Name: COLUMN channels.name; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.channels.name IS 'Name given by an administrator.';

--
-- Name: COLUMN channels.channel_type; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.channels.channel_type IS 'Kind of service, as protocol_configs names it: openai, anthropic.';

--
-- Name: COLUMN channels.base_url; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.channels.base_url IS 'Address of the service, without the path of a single operation; NULL for the usual one of its kind.';

--
-- Name: COLUMN channels.api_key; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.channels.api_key IS 'Key of the service, encrypted by the application before it is sent here; NULL when none is needed.';

--
-- Name: COLUMN channels.api_version; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.channels.api_version IS 'Version of the service''s protocol; NULL for the default one of its kind.';

--
-- Name: COLUMN channels.models; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.channels.models IS 'Names of the models that the channel answers for; abilities say to whom.';

--
-- Name: COLUMN channels.priority; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.channels.priority IS 'Of several channels the one with the greatest number is taken.';

--
-- Name: COLUMN channels.status; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.channels.status IS 'active; disabled by an administrator; or failed, switched off by the application after errors.';

--
-- Name: COLUMN channels.config; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.channels.config IS 'Settings that this kind of service needs besides, by name, none of them secret; an empty object for none.';

--
-- Name: COLUMN channels.created_at; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.channels.created_at IS 'When the channel was added.';

--
-- Name: COLUMN channels.updated_at; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.channels.updated_at IS 'When the channel last changed.';

--
-- Name: channels_id_seq; Type: SEQUENCE; Schema: model_registry; Owner: -
--

ALTER TABLE model_registry.channels ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME model_registry.channels_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: model_capabilities; Type: TABLE; Schema: model_registry; Owner: -
--

CREATE TABLE model_registry.model_capabilities (
    model_id integer NOT NULL,
    capability model_registry.model_capability NOT NULL,
    value text
);

--
-- Name: TABLE model_capabilities; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON TABLE model_registry.model_capabilities IS 'Something that a model can do.';

--
-- Name: COLUMN model_capabilities.model_id; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.model_capabilities.model_id IS 'The model.';

--
-- Name: COLUMN model_capabilities.capability; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.model_capabilities.capability IS 'What it can do.';

--
-- Name: COLUMN model_capabilities.value; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.model_capabilities.value IS 'Detail of the capability, as for the guard of a guarded model; NULL when there is none.';

--
-- Name: models; Type: TABLE; Schema: model_registry; Owner: -
--

CREATE TABLE model_registry.models (
    id integer NOT NULL,
    model_type model_registry.model_type NOT NULL,
    name character varying NOT NULL,
    base_url character varying NOT NULL,
    api_key character varying,
    context_size integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    tpm_limit integer DEFAULT 10000 NOT NULL,
    rpm_limit integer DEFAULT 10000 NOT NULL,
    CONSTRAINT models_context_size_not_negative CHECK ((context_size >= 0)),
    CONSTRAINT models_rpm_limit_not_negative CHECK ((rpm_limit >= 0)),
    CONSTRAINT models_tpm_limit_not_negative CHECK ((tpm_limit >= 0))
);

--
-- Name: TABLE models; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON TABLE model_registry.models IS 'A model that the installation can ask, at an address of its own.';

--
-- Name: COLUMN models.id; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.models.id IS 'Identifier of the model.';

--
-- Name: COLUMN models.model_type; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.models.model_type IS 'What the model makes.';

--
-- Name: COLUMN models.name; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.models.name IS 'Name by which the model is asked for. Not unique: one model may be reached at several addresses.';

--
-- Name: COLUMN models.base_url; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.models.base_url IS 'Address of the service, without the path of a single operation.';

--
-- Name: COLUMN models.api_key; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.models.api_key IS 'Key of the service, encrypted by the application before it is sent here; NULL when none is needed.';

--
-- Name: COLUMN models.context_size; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.models.context_size IS 'Tokens that the prompt and the answer may have together; 0 where it does not apply.';

--
-- Name: COLUMN models.created_at; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.models.created_at IS 'When the model was added.';

--
-- Name: COLUMN models.updated_at; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.models.updated_at IS 'When the model last changed.';

--
-- Name: COLUMN models.tpm_limit; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.models.tpm_limit IS 'Tokens allowed per minute.';

--
-- Name: COLUMN models.rpm_limit; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.models.rpm_limit IS 'Requests allowed per minute.';

--
-- Name: models_id_seq; Type: SEQUENCE; Schema: model_registry; Owner: -
--

ALTER TABLE model_registry.models ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME model_registry.models_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: prices; Type: TABLE; Schema: model_registry; Owner: -
--

CREATE TABLE model_registry.prices (
    id integer NOT NULL,
    model_name text NOT NULL,
    input_price bigint NOT NULL,
    output_price bigint NOT NULL,
    cache_read_price bigint,
    cache_create_price bigint,
    batch_input_price bigint,
    batch_output_price bigint,
    priority_input_price bigint,
    priority_output_price bigint,
    audio_input_price bigint,
    audio_output_price bigint,
    region text,
    currency text DEFAULT 'USD'::text NOT NULL,
    CONSTRAINT prices_audio_input_price_not_negative CHECK ((audio_input_price >= 0)),
    CONSTRAINT prices_audio_output_price_not_negative CHECK ((audio_output_price >= 0)),
    CONSTRAINT prices_batch_input_price_not_negative CHECK ((batch_input_price >= 0)),
    CONSTRAINT prices_batch_output_price_not_negative CHECK ((batch_output_price >= 0)),
    CONSTRAINT prices_cache_create_price_not_negative CHECK ((cache_create_price >= 0)),
    CONSTRAINT prices_cache_read_price_not_negative CHECK ((cache_read_price >= 0)),
    CONSTRAINT prices_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT prices_input_price_not_negative CHECK ((input_price >= 0)),
    CONSTRAINT prices_output_price_not_negative CHECK ((output_price >= 0)),
    CONSTRAINT prices_priority_input_price_not_negative CHECK ((priority_input_price >= 0)),
    CONSTRAINT prices_priority_output_price_not_negative CHECK ((priority_output_price >= 0)),
    CONSTRAINT prices_region_not_empty CHECK ((region <> ''::text))
);

--
-- Name: TABLE prices; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON TABLE model_registry.prices IS 'What a model costs in a region and a currency, in nanounits (1e-9; of USD: nanodollars) per million tokens.';

--
-- Name: COLUMN prices.id; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.prices.id IS 'Identifier of the price.';

--
-- Name: COLUMN prices.model_name; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.prices.model_name IS 'Name of the model, as in a request.';

--
-- Name: COLUMN prices.input_price; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.prices.input_price IS 'Nanounits of the currency per million tokens of input.';

--
-- Name: COLUMN prices.output_price; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.prices.output_price IS 'Nanounits of the currency per million tokens of output.';

--
-- Name: COLUMN prices.cache_read_price; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.prices.cache_read_price IS 'Nanounits of the currency per million tokens of input read from the provider''s cache; NULL when they cost what other input does.';

--
-- Name: COLUMN prices.cache_create_price; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.prices.cache_create_price IS 'Nanounits of the currency per million tokens of input written to the provider''s cache; NULL when they cost what other input does.';

--
-- Name: COLUMN prices.batch_input_price; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.prices.batch_input_price IS 'Nanounits of the currency per million tokens of input of a request in a batch; NULL when they cost what other input does.';

--
-- Name: COLUMN prices.batch_output_price; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.prices.batch_output_price IS 'Nanounits of the currency per million tokens of output of a request in a batch; NULL when they cost what other output does.';

--
-- Name: COLUMN prices.priority_input_price; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.prices.priority_input_price IS 'Nanounits of the currency per million tokens of input of a request that is served first; NULL when they cost what other input does.';

--
-- Name: COLUMN prices.priority_output_price; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.prices.priority_output_price IS 'Nanounits of the currency per million tokens of output of a request that is served first; NULL when they cost what other output does.';

--
-- Name: COLUMN prices.audio_input_price; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.prices.audio_input_price IS 'Nanounits of the currency per million tokens of input that is audio; NULL when they cost what other input does.';

--
-- Name: COLUMN prices.audio_output_price; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.prices.audio_output_price IS 'Nanounits of the currency per million tokens of output that is audio; NULL when they cost what other output does.';

--
-- Name: COLUMN prices.region; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.prices.region IS 'Region the price holds in, as the provider names it; NULL for every region without a price of its own.';

--
-- Name: COLUMN prices.currency; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.prices.currency IS 'Currency of the price, as the three letters of ISO 4217.';

--
-- Name: prices_id_seq; Type: SEQUENCE; Schema: model_registry; Owner: -
--

ALTER TABLE model_registry.prices ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME model_registry.prices_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: protocol_configs; Type: TABLE; Schema: model_registry; Owner: -
--

CREATE TABLE model_registry.protocol_configs (
    id integer NOT NULL,
    channel_type text NOT NULL,
    api_version text NOT NULL,
    is_default boolean DEFAULT false NOT NULL,
    chat_endpoint text,
    embed_endpoint text,
    models_endpoint text,
    request_mapping jsonb DEFAULT '{}'::jsonb NOT NULL,
    response_mapping jsonb DEFAULT '{}'::jsonb NOT NULL,
    detection_rules jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT protocol_configs_detection_rules_check CHECK ((jsonb_typeof(detection_rules) = 'object'::text)),
    CONSTRAINT protocol_configs_request_mapping_check CHECK ((jsonb_typeof(request_mapping) = 'object'::text)),
    CONSTRAINT protocol_configs_response_mapping_check CHECK ((jsonb_typeof(response_mapping) = 'object'::text))
);

--
-- Name: TABLE protocol_configs; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON TABLE model_registry.protocol_configs IS 'How to speak with one kind of service in one version: its paths, and where its fields differ.';

--
-- Name: COLUMN protocol_configs.id; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.protocol_configs.id IS 'Identifier of the configuration.';

--
-- Name: COLUMN protocol_configs.channel_type; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.protocol_configs.channel_type IS 'Kind of service, as channels name it.';

--
-- Name: COLUMN protocol_configs.api_version; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.protocol_configs.api_version IS 'Version of the protocol, as the service names it.';

--
-- Name: COLUMN protocol_configs.is_default; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.protocol_configs.is_default IS 'Whether channels of this kind without a version speak this one; at most one a kind.';

--
-- Name: COLUMN protocol_configs.chat_endpoint; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.protocol_configs.chat_endpoint IS 'Path for chats, below the address of the channel; NULL when the service offers none.';

--
-- Name: COLUMN protocol_configs.embed_endpoint; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.protocol_configs.embed_endpoint IS 'Path for embeddings, below the address of the channel; NULL when the service offers none.';

--
-- Name: COLUMN protocol_configs.models_endpoint; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.protocol_configs.models_endpoint IS 'Path that lists the models, below the address of the channel; NULL when the service offers none.';

--
-- Name: COLUMN protocol_configs.request_mapping; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.protocol_configs.request_mapping IS 'Names of a request''s fields, ours to theirs; an empty object for no difference.';

--
-- Name: COLUMN protocol_configs.response_mapping; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.protocol_configs.response_mapping IS 'Names of an answer''s fields, theirs to ours; an empty object for no difference.';

--
-- Name: COLUMN protocol_configs.detection_rules; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.protocol_configs.detection_rules IS 'What in an answer tells that a service speaks this version; an empty object for nothing.';

--
-- Name: COLUMN protocol_configs.created_at; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.protocol_configs.created_at IS 'When the configuration was added.';

--
-- Name: COLUMN protocol_configs.updated_at; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.protocol_configs.updated_at IS 'When the configuration last changed.';

--
-- Name: protocol_configs_id_seq; Type: SEQUENCE; Schema: model_registry; Owner: -
--

ALTER TABLE model_registry.protocol_configs ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME model_registry.protocol_configs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: providers; Type: TABLE; Schema: model_registry; Owner: -
--

CREATE TABLE model_registry.providers (
    id integer NOT NULL,
    name character varying NOT NULL,
    svg_logo text NOT NULL,
    default_model_name character varying,
    default_model_display_name character varying,
    default_model_context_size integer DEFAULT 0 NOT NULL,
    default_model_description text DEFAULT ''::text NOT NULL,
    base_url character varying NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    api_key_optional boolean DEFAULT false NOT NULL,
    default_embeddings_model_name character varying,
    default_embeddings_model_display_name character varying,
    default_embeddings_model_context_size integer,
    default_embeddings_model_description text,
    CONSTRAINT providers_default_embeddings_context_size_not_negative CHECK ((default_embeddings_model_context_size >= 0)),
    CONSTRAINT providers_default_model_context_size_not_negative CHECK ((default_model_context_size >= 0))
);

--
-- Name: TABLE providers; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON TABLE model_registry.providers IS 'A service that offers models, with what a form needs to propose one of them.';

--
-- Name: COLUMN providers.id; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.providers.id IS 'Identifier of the provider.';

--
-- Name: COLUMN providers.name; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.providers.name IS 'Name of the provider.';

--
-- Name: COLUMN providers.svg_logo; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.providers.svg_logo IS 'Logo of the provider, as an SVG document.';

--
-- Name: COLUMN providers.default_model_name; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.providers.default_model_name IS 'Name of the model to propose, as the provider calls it; NULL when none is proposed.';

--
-- Name: COLUMN providers.default_model_display_name; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.providers.default_model_display_name IS 'Name of the proposed model to show; NULL when none is proposed.';

--
-- Name: COLUMN providers.default_model_context_size; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.providers.default_model_context_size IS 'Tokens that the proposed model takes in; 0 when it is not known.';

--
-- Name: COLUMN providers.default_model_description; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.providers.default_model_description IS 'What the proposed model is good for.';

--
-- Name: COLUMN providers.base_url; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.providers.base_url IS 'Address of the provider, without the path of a single operation.';

--
-- Name: COLUMN providers.created_at; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.providers.created_at IS 'When the provider was added.';

--
-- Name: COLUMN providers.updated_at; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.providers.updated_at IS 'When the provider last changed.';

--
-- Name: COLUMN providers.api_key_optional; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.providers.api_key_optional IS 'Whether the provider answers without a key too.';

--
-- Name: COLUMN providers.default_embeddings_model_name; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.providers.default_embeddings_model_name IS 'Name of the embeddings model to propose, as the provider calls it; NULL when it offers none.';

--
-- Name: COLUMN providers.default_embeddings_model_display_name; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.providers.default_embeddings_model_display_name IS 'Name of the proposed embeddings model to show; NULL when there is none.';

--
-- Name: COLUMN providers.default_embeddings_model_context_size; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.providers.default_embeddings_model_context_size IS 'Tokens that the proposed embeddings model takes in; NULL when there is none.';

--
-- Name: COLUMN providers.default_embeddings_model_description; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.providers.default_embeddings_model_description IS 'What the proposed embeddings model is good for; NULL when there is none.';

--
-- Name: providers_id_seq; Type: SEQUENCE; Schema: model_registry; Owner: -
--

ALTER TABLE model_registry.providers ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME model_registry.providers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: tiered_pricing; Type: TABLE; Schema: model_registry; Owner: -
--

CREATE TABLE model_registry.tiered_pricing (
    id integer NOT NULL,
    model_name text NOT NULL,
    tier_start bigint NOT NULL,
    tier_end bigint,
    input_price bigint NOT NULL,
    output_price bigint NOT NULL,
    region text,
    currency text DEFAULT 'USD'::text NOT NULL,
    CONSTRAINT tiered_pricing_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT tiered_pricing_input_price_not_negative CHECK ((input_price >= 0)),
    CONSTRAINT tiered_pricing_output_price_not_negative CHECK ((output_price >= 0)),
    CONSTRAINT tiered_pricing_region_not_empty CHECK ((region <> ''::text)),
    CONSTRAINT tiered_pricing_tier_end_after_start CHECK ((tier_end > tier_start)),
    CONSTRAINT tiered_pricing_tier_start_not_negative CHECK ((tier_start >= 0))
);

--
-- Name: TABLE tiered_pricing; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON TABLE model_registry.tiered_pricing IS 'What a model costs for requests of a certain size; tiers of one model, region and currency do not overlap.';

--
-- Name: COLUMN tiered_pricing.id; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.tiered_pricing.id IS 'Identifier of the tier.';

--
-- Name: COLUMN tiered_pricing.model_name; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.tiered_pricing.model_name IS 'Name of the model, as in a request.';

--
-- Name: COLUMN tiered_pricing.tier_start; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.tiered_pricing.tier_start IS 'Tokens of input from which on the tier holds.';

--
-- Name: COLUMN tiered_pricing.tier_end; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.tiered_pricing.tier_end IS 'Tokens of input at which the tier no longer holds; NULL for no end.';

--
-- Name: COLUMN tiered_pricing.input_price; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.tiered_pricing.input_price IS 'Nanounits (1e-9) of the currency per million tokens of input.';

--
-- Name: COLUMN tiered_pricing.output_price; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.tiered_pricing.output_price IS 'Nanounits (1e-9) of the currency per million tokens of output.';

--
-- Name: COLUMN tiered_pricing.region; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.tiered_pricing.region IS 'Region the tier holds in, as the provider names it; NULL for every region without tiers of its own.';

--
-- Name: COLUMN tiered_pricing.currency; Type: COMMENT; Schema: model_registry; Owner: -
--

COMMENT ON COLUMN model_registry.tiered_pricing.currency IS 'Currency of the prices, as the three letters of ISO 4217.';

--
-- Name: tiered_pricing_id_seq; Type: SEQUENCE; Schema: model_registry; Owner: -
--

ALTER TABLE model_registry.tiered_pricing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME model_registry.tiered_pricing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: audit_trail; Type: TABLE; Schema: ops; Owner: -
--

CREATE TABLE ops.audit_trail (
    id integer NOT NULL,
    user_id integer NOT NULL,
    team_id integer,
    access_type ops.audit_access_type NOT NULL,
    action ops.audit_action NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    operation text DEFAULT 'Other'::text NOT NULL,
    entity_type text,
    entity_id text,
    role text,
    client_ip inet,
    severity text DEFAULT 'Info'::text NOT NULL,
    result text DEFAULT 'Success'::text NOT NULL,
    before_value jsonb,
    after_value jsonb,
    request_id text,
    session_id text,
    extra jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT audit_trail_after_value_check CHECK ((jsonb_typeof(after_value) = 'object'::text)),
    CONSTRAINT audit_trail_before_value_check CHECK ((jsonb_typeof(before_value) = 'object'::text)),
    CONSTRAINT audit_trail_extra_check CHECK ((jsonb_typeof(extra) = 'object'::text)),
    CONSTRAINT audit_trail_operation_check CHECK ((operation = ANY (ARRAY['Create'::text, 'Read'::text, 'Update'::text, 'Delete'::text, 'Login'::text, 'Logout'::text, 'PermissionChange'::text, 'ConfigChange'::text, 'Other'::text]))),
    CONSTRAINT audit_trail_result_check CHECK ((result = ANY (ARRAY['Success'::text, 'Failure'::text, 'Partial'::text, 'Unknown'::text]))),
    CONSTRAINT audit_trail_severity_check CHECK ((severity = ANY (ARRAY['Info'::text, 'Low'::text, 'Medium'::text, 'High'::text, 'Critical'::text])))
);

--
-- Name: TABLE audit_trail; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON TABLE ops.audit_trail IS 'Who did what, when; written by triggers in the transaction of the act, and by nobody else. Kept until the owner calls ops.purge_audit_trail_before.';

--
-- Name: COLUMN audit_trail.id; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.id IS 'Identifier of the entry; grows with time, so that lists are paged by it.';

--
-- Name: COLUMN audit_trail.user_id; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.user_id IS 'Person who acted; 0 for the system. Not a foreign key: the entry outlives the person''s account.';

--
-- Name: COLUMN audit_trail.team_id; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.team_id IS 'Team it was done in; NULL outside of any. Not a foreign key: the entry outlives the team.';

--
-- Name: COLUMN audit_trail.access_type; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.access_type IS 'The way by which the person acted.';

--
-- Name: COLUMN audit_trail.action; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.action IS 'What was done.';

--
-- Name: COLUMN audit_trail.created_at; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.created_at IS 'When the transaction of the act began.';

--
-- Name: COLUMN audit_trail.operation; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.operation IS 'Kind of the act: Create, Read, Update, Delete, Login, Logout, PermissionChange, ConfigChange or Other.';

--
-- Name: COLUMN audit_trail.entity_type; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.entity_type IS 'Table of what was acted on, with its schema; NULL when it was no row of a table.';

--
-- Name: COLUMN audit_trail.entity_id; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.entity_id IS 'Primary key of what was acted on; its parts in their order, separated by slashes.';

--
-- Name: COLUMN audit_trail.role; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.role IS 'Role of the database that the statement ran as.';

--
-- Name: COLUMN audit_trail.client_ip; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.client_ip IS 'Address the request came from; NULL when the context gave none.';

--
-- Name: COLUMN audit_trail.severity; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.severity IS 'How much attention it deserves: Info, Low, Medium, High or Critical.';

--
-- Name: COLUMN audit_trail.result; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.result IS 'How it ended: Success, Failure, Partial or Unknown.';

--
-- Name: COLUMN audit_trail.before_value; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.before_value IS 'The row as it was, without secrets and content; NULL for one that was added.';

--
-- Name: COLUMN audit_trail.after_value; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.after_value IS 'The row as it became, without secrets and content; NULL for one that was deleted.';

--
-- Name: COLUMN audit_trail.request_id; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.request_id IS 'Request that caused it; NULL when the context gave none.';

--
-- Name: COLUMN audit_trail.session_id; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.session_id IS 'Session of the person; NULL when the context gave none.';

--
-- Name: COLUMN audit_trail.extra; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.audit_trail.extra IS 'What else is worth knowing, by name; an empty object for nothing.';

--
-- Name: audit_trail_id_seq; Type: SEQUENCE; Schema: ops; Owner: -
--

ALTER TABLE ops.audit_trail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME ops.audit_trail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: configs; Type: TABLE; Schema: ops; Owner: -
--

CREATE TABLE ops.configs (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    yaml_config text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    is_active boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT configs_version_check CHECK ((version >= 1))
);

--
-- Name: TABLE configs; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON TABLE ops.configs IS 'One version of a configuration file; a stored version is never changed, only activated. No version is deleted but by the owner.';

--
-- Name: COLUMN configs.id; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.configs.id IS 'Identifier of the version.';

--
-- Name: COLUMN configs.name; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.configs.name IS 'Name of the configuration, which its versions share.';

--
-- Name: COLUMN configs.yaml_config; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.configs.yaml_config IS 'The configuration as YAML; holds no secrets.';

--
-- Name: COLUMN configs.version; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.configs.version IS 'Number of the version within its name, from 1.';

--
-- Name: COLUMN configs.is_active; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.configs.is_active IS 'Whether this is the version in use; true for at most one of a name.';

--
-- Name: COLUMN configs.created_at; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.configs.created_at IS 'When the version was stored.';

--
-- Name: COLUMN configs.updated_at; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.configs.updated_at IS 'When the version was last activated or put aside.';

--
-- Name: settings; Type: TABLE; Schema: ops; Owner: -
--

CREATE TABLE ops.settings (
    id integer NOT NULL,
    scope text NOT NULL,
    owner_user_id integer,
    key text NOT NULL,
    value jsonb NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT settings_scope_check CHECK ((scope = ANY (ARRAY['system'::text, 'user'::text, 'feature_flag'::text]))),
    CONSTRAINT system_setting_has_no_owner CHECK (((scope <> 'system'::text) OR (owner_user_id IS NULL))),
    CONSTRAINT user_setting_has_an_owner CHECK (((scope <> 'user'::text) OR (owner_user_id IS NOT NULL)))
);

--
-- Name: TABLE settings; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON TABLE ops.settings IS 'A setting of the installation, a preference of a person, or a feature flag. Holds no secrets: what has no owner is read by everyone.';

--
-- Name: COLUMN settings.id; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.settings.id IS 'Identifier of the setting.';

--
-- Name: COLUMN settings.scope; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.settings.scope IS 'system, for the installation; user, a preference of its owner; or feature_flag, for everyone or, with an owner, for that person in place of it.';

--
-- Name: COLUMN settings.owner_user_id; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.settings.owner_user_id IS 'Person the setting is for; NULL for everyone.';

--
-- Name: COLUMN settings.key; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.settings.key IS 'Name of the setting.';

--
-- Name: COLUMN settings.value; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.settings.value IS 'The value, any JSON; the JSON null is a value, too.';

--
-- Name: COLUMN settings.updated_at; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.settings.updated_at IS 'When the setting last changed.';

--
-- Name: settings_id_seq; Type: SEQUENCE; Schema: ops; Owner: -
--

ALTER TABLE ops.settings ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME ops.settings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: translations; Type: TABLE; Schema: ops; Owner: -
--

CREATE TABLE ops.translations (
    id integer NOT NULL,
    locale text NOT NULL,
    key text NOT NULL,
    value text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: TABLE translations; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON TABLE ops.translations IS 'A text of the user interface in one language.';

--
-- Name: COLUMN translations.id; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.translations.id IS 'Identifier of the text.';

--
-- Name: COLUMN translations.locale; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.translations.locale IS 'Language of the text as a BCP 47 tag, such as en or pt-BR.';

--
-- Name: COLUMN translations.key; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.translations.key IS 'Name by which the application asks for the text.';

--
-- Name: COLUMN translations.value; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.translations.value IS 'The text.';

--
-- Name: COLUMN translations.created_at; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.translations.created_at IS 'When the text was added.';

--
-- Name: COLUMN translations.updated_at; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.translations.updated_at IS 'When the text last changed.';

--
-- Name: translations_id_seq; Type: SEQUENCE; Schema: ops; Owner: -
--

ALTER TABLE ops.translations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME ops.translations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migrations (
    version character varying NOT NULL
);

--
-- Name: chunks; Type: TABLE; Schema: rag; Owner: -
--

CREATE TABLE rag.chunks (
    id integer NOT NULL,
    document_id integer NOT NULL,
    text character varying NOT NULL,
    page_number integer NOT NULL,
    embeddings public.vector,
    processed boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    team_id integer NOT NULL,
    dataset_id integer NOT NULL,
    CONSTRAINT chunks_embeddings_dimension_must_be_384_768_1024_or_1536 CHECK ((public.vector_dims(embeddings) = ANY (ARRAY[384, 768, 1024, 1536]))),
    CONSTRAINT chunks_embeddings_must_not_be_zero CHECK ((public.vector_norm(embeddings) > (0)::double precision))
);

--
-- Name: TABLE chunks; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON TABLE rag.chunks IS 'A piece of a document, small enough to be given to a model.';

--
-- Name: COLUMN chunks.id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.chunks.id IS 'Identifier of the chunk.';

--
-- Name: COLUMN chunks.document_id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.chunks.document_id IS 'Document the chunk was cut from.';

--
-- Name: COLUMN chunks.text; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.chunks.text IS 'Text of the chunk, in clear so that it can be searched.';

--
-- Name: COLUMN chunks.page_number; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.chunks.page_number IS 'Page of the document on which the chunk begins.';

--
-- Name: COLUMN chunks.embeddings; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.chunks.embeddings IS 'Meaning of the text as a vector of 384, 768, 1024 or 1536 numbers; NULL until a model has made it.';

--
-- Name: COLUMN chunks.processed; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.chunks.processed IS 'Whether the chunk has been through the embeddings model.';

--
-- Name: COLUMN chunks.created_at; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.chunks.created_at IS 'When the chunk was cut.';

--
-- Name: COLUMN chunks.updated_at; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.chunks.updated_at IS 'When the chunk last changed.';

--
-- Name: COLUMN chunks.team_id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.chunks.team_id IS 'Team of the dataset.';

--
-- Name: COLUMN chunks.dataset_id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.chunks.dataset_id IS 'Dataset of the document.';

--
-- Name: chunks_chats; Type: TABLE; Schema: rag; Owner: -
--

CREATE TABLE rag.chunks_chats (
    chunk_id integer NOT NULL,
    chat_id integer NOT NULL,
    team_id integer NOT NULL,
    user_id integer NOT NULL
);

--
-- Name: TABLE chunks_chats; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON TABLE rag.chunks_chats IS 'A chunk that was given to the model with a turn of a conversation.';

--
-- Name: COLUMN chunks_chats.chunk_id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.chunks_chats.chunk_id IS 'The chunk, of the same team or from a company-wide dataset.';

--
-- Name: COLUMN chunks_chats.chat_id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.chunks_chats.chat_id IS 'The turn it was given with.';

--
-- Name: COLUMN chunks_chats.team_id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.chunks_chats.team_id IS 'Team of the conversation.';

--
-- Name: COLUMN chunks_chats.user_id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.chunks_chats.user_id IS 'Person whose conversation it is.';

--
-- Name: chunks_id_seq; Type: SEQUENCE; Schema: rag; Owner: -
--

ALTER TABLE rag.chunks ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME rag.chunks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: datasets_id_seq; Type: SEQUENCE; Schema: rag; Owner: -
--

ALTER TABLE rag.datasets ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME rag.datasets_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: document_pipelines; Type: TABLE; Schema: rag; Owner: -
--

CREATE TABLE rag.document_pipelines (
    id integer NOT NULL,
    dataset_id integer NOT NULL,
    user_id integer NOT NULL,
    team_id integer NOT NULL,
    name character varying NOT NULL,
    api_key character varying NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT document_pipelines_api_key_check CHECK (((api_key)::text ~ '^[0-9a-f]{64}$'::text))
);

--
-- Name: TABLE document_pipelines; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON TABLE rag.document_pipelines IS 'A key by which a program adds documents to a dataset for a person.';

--
-- Name: COLUMN document_pipelines.id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.document_pipelines.id IS 'Identifier of the pipeline.';

--
-- Name: COLUMN document_pipelines.dataset_id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.document_pipelines.dataset_id IS 'Dataset the documents go to.';

--
-- Name: COLUMN document_pipelines.user_id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.document_pipelines.user_id IS 'Person the program acts for.';

--
-- Name: COLUMN document_pipelines.team_id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.document_pipelines.team_id IS 'Team of the dataset.';

--
-- Name: COLUMN document_pipelines.name; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.document_pipelines.name IS 'Name given by the person.';

--
-- Name: COLUMN document_pipelines.api_key; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.document_pipelines.api_key IS 'SHA-256 of the key in lower-case hexadecimal; the key itself is never stored.';

--
-- Name: COLUMN document_pipelines.created_at; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.document_pipelines.created_at IS 'When the pipeline was made.';

--
-- Name: COLUMN document_pipelines.updated_at; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.document_pipelines.updated_at IS 'When the pipeline last changed; using it is not a change.';

--
-- Name: document_pipelines_id_seq; Type: SEQUENCE; Schema: rag; Owner: -
--

ALTER TABLE rag.document_pipelines ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME rag.document_pipelines_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: documents; Type: TABLE; Schema: rag; Owner: -
--

CREATE TABLE rag.documents (
    id integer NOT NULL,
    dataset_id integer NOT NULL,
    file_name character varying NOT NULL,
    file_type character varying,
    failure_reason character varying,
    content bytea,
    content_size integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    object_id integer,
    team_id integer NOT NULL,
    CONSTRAINT documents_content_size_check CHECK ((content_size >= 0))
);

--
-- Name: TABLE documents; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON TABLE rag.documents IS 'A file in a dataset.';

--
-- Name: COLUMN documents.id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.documents.id IS 'Identifier of the document.';

--
-- Name: COLUMN documents.dataset_id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.documents.dataset_id IS 'Dataset the document is part of.';

--
-- Name: COLUMN documents.file_name; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.documents.file_name IS 'Name of the file as it was uploaded.';

--
-- Name: COLUMN documents.file_type; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.documents.file_type IS 'Media type of the file; NULL when it is not known.';

--
-- Name: COLUMN documents.failure_reason; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.documents.failure_reason IS 'Why the document could not be cut into chunks; NULL when it did not fail or was not tried yet.';

--
-- Name: COLUMN documents.content; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.documents.content IS 'Bytes of the file; NULL when they are in an object or were not kept.';

--
-- Name: COLUMN documents.content_size; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.documents.content_size IS 'Size of the file in bytes, wherever it is kept.';

--
-- Name: COLUMN documents.created_at; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.documents.created_at IS 'When the document was added.';

--
-- Name: COLUMN documents.updated_at; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.documents.updated_at IS 'When the document itself last changed; a new chunk is not a change.';

--
-- Name: COLUMN documents.object_id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.documents.object_id IS 'Object that holds the file; NULL when it is in content or was deleted.';

--
-- Name: COLUMN documents.team_id; Type: COMMENT; Schema: rag; Owner: -
--

COMMENT ON COLUMN rag.documents.team_id IS 'Team of the dataset.';

--
-- Name: documents_id_seq; Type: SEQUENCE; Schema: rag; Owner: -
--

ALTER TABLE rag.documents ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME rag.documents_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: downloads; Type: TABLE; Schema: storage; Owner: -
--

CREATE TABLE storage.downloads (
    gid text NOT NULL,
    uris jsonb DEFAULT '[]'::jsonb NOT NULL,
    download_dir text,
    filename text,
    status text DEFAULT 'waiting'::text NOT NULL,
    total bigint,
    completed bigint DEFAULT 0 NOT NULL,
    speed bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT downloads_complete_has_all CHECK (((status <> 'complete'::text) OR (completed = total))),
    CONSTRAINT downloads_completed_at_most_total CHECK ((completed <= total)),
    CONSTRAINT downloads_completed_not_negative CHECK ((completed >= 0)),
    CONSTRAINT downloads_speed_not_negative CHECK ((speed >= 0)),
    CONSTRAINT downloads_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'active'::text, 'paused'::text, 'complete'::text, 'error'::text, 'removed'::text]))),
    CONSTRAINT downloads_uris_check CHECK ((jsonb_typeof(uris) = 'array'::text))
);

--
-- Name: TABLE downloads; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON TABLE storage.downloads IS 'A file that the installation downloads, such as the weights of a model, and how far it is.';

--
-- Name: COLUMN downloads.gid; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.downloads.gid IS 'Identifier that the downloader gave; another one once the download is resumed.';

--
-- Name: COLUMN downloads.uris; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.downloads.uris IS 'Addresses that the file is offered at, as an array of texts.';

--
-- Name: COLUMN downloads.download_dir; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.downloads.download_dir IS 'Directory that the file goes to; NULL for the usual one.';

--
-- Name: COLUMN downloads.filename; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.downloads.filename IS 'Name of the file; NULL until it is known.';

--
-- Name: COLUMN downloads.status; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.downloads.status IS 'waiting, active, paused, complete, error, or removed by a person.';

--
-- Name: COLUMN downloads.total; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.downloads.total IS 'Size of the file in bytes; NULL until it is known.';

--
-- Name: COLUMN downloads.completed; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.downloads.completed IS 'Bytes that have arrived.';

--
-- Name: COLUMN downloads.speed; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.downloads.speed IS 'Bytes a second at the last report.';

--
-- Name: COLUMN downloads.created_at; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.downloads.created_at IS 'When the download was asked for.';

--
-- Name: COLUMN downloads.updated_at; Type: COMMENT; Schema: storage; Owner: -
--

COMMENT ON COLUMN storage.downloads.updated_at IS 'When the download last changed, progress included.';

--
-- Name: objects_id_seq; Type: SEQUENCE; Schema: storage; Owner: -
--

ALTER TABLE storage.objects ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME storage.objects_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: request_log_bodies_default; Type: TABLE ATTACH; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.request_log_bodies ATTACH PARTITION llm.request_log_bodies_default DEFAULT;

--
-- Name: request_logs_default; Type: TABLE ATTACH; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.request_logs ATTACH PARTITION llm.request_logs_default DEFAULT;

--
-- Name: categories categories_name_key; Type: CONSTRAINT; Schema: assistants; Owner: -
--

ALTER TABLE ONLY assistants.categories
    ADD CONSTRAINT categories_name_key UNIQUE (name);

--
-- Name: categories categories_pkey; Type: CONSTRAINT; Schema: assistants; Owner: -
--

ALTER TABLE ONLY assistants.categories
    ADD CONSTRAINT categories_pkey PRIMARY KEY (id);

--
-- Name: projects projects_pkey; Type: CONSTRAINT; Schema: assistants; Owner: -
--

ALTER TABLE ONLY assistants.projects
    ADD CONSTRAINT projects_pkey PRIMARY KEY (id);

--
-- Name: prompt_dataset prompt_dataset_pkey; Type: CONSTRAINT; Schema: assistants; Owner: -
--

ALTER TABLE ONLY assistants.prompt_dataset
    ADD CONSTRAINT prompt_dataset_pkey PRIMARY KEY (prompt_id, dataset_id);

--
-- Name: prompts prompts_pkey; Type: CONSTRAINT; Schema: assistants; Owner: -
--

ALTER TABLE ONLY assistants.prompts
    ADD CONSTRAINT prompts_pkey PRIMARY KEY (id);

--
-- Name: prompts prompts_team_id_id_key; Type: CONSTRAINT; Schema: assistants; Owner: -
--

ALTER TABLE ONLY assistants.prompts
    ADD CONSTRAINT prompts_team_id_id_key UNIQUE (team_id, id);

--
-- Name: automation_cron_triggers automation_cron_triggers_pkey; Type: CONSTRAINT; Schema: automation; Owner: -
--

ALTER TABLE ONLY automation.automation_cron_triggers
    ADD CONSTRAINT automation_cron_triggers_pkey PRIMARY KEY (id);

--
-- Name: automation_runs automation_runs_pkey; Type: CONSTRAINT; Schema: automation; Owner: -
--

ALTER TABLE ONLY automation.automation_runs
    ADD CONSTRAINT automation_runs_pkey PRIMARY KEY (id);

--
-- Name: automation_runs automation_runs_team_id_id_key; Type: CONSTRAINT; Schema: automation; Owner: -
--

ALTER TABLE ONLY automation.automation_runs
    ADD CONSTRAINT automation_runs_team_id_id_key UNIQUE (team_id, id);

--
-- Name: automation_webhook_triggers automation_webhook_triggers_pkey; Type: CONSTRAINT; Schema: automation; Owner: -
--

ALTER TABLE ONLY automation.automation_webhook_triggers
    ADD CONSTRAINT automation_webhook_triggers_pkey PRIMARY KEY (id);

--
-- Name: automation_webhook_triggers automation_webhook_triggers_secret_key; Type: CONSTRAINT; Schema: automation; Owner: -
--

ALTER TABLE ONLY automation.automation_webhook_triggers
    ADD CONSTRAINT automation_webhook_triggers_secret_key UNIQUE (secret);

--
-- Name: api_keys api_keys_external_id_key; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.api_keys
    ADD CONSTRAINT api_keys_external_id_key UNIQUE (external_id);

--
-- Name: api_keys api_keys_pkey; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.api_keys
    ADD CONSTRAINT api_keys_pkey PRIMARY KEY (id);

--
-- Name: api_keys api_keys_team_id_user_id_id_key; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.api_keys
    ADD CONSTRAINT api_keys_team_id_user_id_id_key UNIQUE (team_id, user_id, id);

--
-- Name: group_members group_members_pkey; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.group_members
    ADD CONSTRAINT group_members_pkey PRIMARY KEY (group_id, user_id);

--
-- Name: groups groups_name_key; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.groups
    ADD CONSTRAINT groups_name_key UNIQUE (name);

--
-- Name: groups groups_pkey; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.groups
    ADD CONSTRAINT groups_pkey PRIMARY KEY (id);

--
-- Name: invitations invitations_invitation_selector_key; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.invitations
    ADD CONSTRAINT invitations_invitation_selector_key UNIQUE (invitation_selector);

--
-- Name: invitations invitations_pkey; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.invitations
    ADD CONSTRAINT invitations_pkey PRIMARY KEY (id);

--
-- Name: oauth_clients oauth_clients_pkey; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.oauth_clients
    ADD CONSTRAINT oauth_clients_pkey PRIMARY KEY (id);

--
-- Name: oauth_clients oauth_clients_provider_url_key; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.oauth_clients
    ADD CONSTRAINT oauth_clients_provider_url_key UNIQUE (provider_url);

--
-- Name: permission_grants permission_grants_key; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.permission_grants
    ADD CONSTRAINT permission_grants_key UNIQUE NULLS NOT DISTINCT (user_id, role, resource, action, conditions);

--
-- Name: permission_grants permission_grants_pkey; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.permission_grants
    ADD CONSTRAINT permission_grants_pkey PRIMARY KEY (id);

--
-- Name: roles_permissions roles_permissions_pkey; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.roles_permissions
    ADD CONSTRAINT roles_permissions_pkey PRIMARY KEY (role, permission);

--
-- Name: team_users team_users_pkey; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.team_users
    ADD CONSTRAINT team_users_pkey PRIMARY KEY (user_id, team_id);

--
-- Name: teams teams_pkey; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.teams
    ADD CONSTRAINT teams_pkey PRIMARY KEY (id);

--
-- Name: users users_email_key; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.users
    ADD CONSTRAINT users_email_key UNIQUE (email);

--
-- Name: users users_openid_sub_key; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.users
    ADD CONSTRAINT users_openid_sub_key UNIQUE (openid_sub);

--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

--
-- Name: users users_username_key; Type: CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.users
    ADD CONSTRAINT users_username_key UNIQUE (username);

--
-- Name: api_key_connections api_key_connections_external_id_key; Type: CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.api_key_connections
    ADD CONSTRAINT api_key_connections_external_id_key UNIQUE (external_id);

--
-- Name: api_key_connections api_key_connections_pkey; Type: CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.api_key_connections
    ADD CONSTRAINT api_key_connections_pkey PRIMARY KEY (id);

--
-- Name: api_key_connections api_key_connections_team_id_integration_id_id_key; Type: CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.api_key_connections
    ADD CONSTRAINT api_key_connections_team_id_integration_id_id_key UNIQUE (team_id, integration_id, id);

--
-- Name: credential_tokens credential_tokens_pkey; Type: CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.credential_tokens
    ADD CONSTRAINT credential_tokens_pkey PRIMARY KEY (credential_id);

--
-- Name: credentials credentials_external_id_key; Type: CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.credentials
    ADD CONSTRAINT credentials_external_id_key UNIQUE (external_id);

--
-- Name: credentials credentials_pkey; Type: CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.credentials
    ADD CONSTRAINT credentials_pkey PRIMARY KEY (id);

--
-- Name: integrations integrations_pkey; Type: CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.integrations
    ADD CONSTRAINT integrations_pkey PRIMARY KEY (id);

--
-- Name: integrations integrations_team_id_id_key; Type: CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.integrations
    ADD CONSTRAINT integrations_team_id_id_key UNIQUE (team_id, id);

--
-- Name: oauth2_connections oauth2_connections_external_id_key; Type: CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.oauth2_connections
    ADD CONSTRAINT oauth2_connections_external_id_key UNIQUE (external_id);

--
-- Name: oauth2_connections oauth2_connections_pkey; Type: CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.oauth2_connections
    ADD CONSTRAINT oauth2_connections_pkey PRIMARY KEY (id);

--
-- Name: oauth2_connections oauth2_connections_team_id_integration_id_id_key; Type: CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.oauth2_connections
    ADD CONSTRAINT oauth2_connections_team_id_integration_id_id_key UNIQUE (team_id, integration_id, id);

--
-- Name: openapi_spec_api_keys openapi_spec_api_keys_pkey; Type: CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.openapi_spec_api_keys
    ADD CONSTRAINT openapi_spec_api_keys_pkey PRIMARY KEY (openapi_spec_id);

--
-- Name: openapi_spec_selections openapi_spec_selections_pkey; Type: CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.openapi_spec_selections
    ADD CONSTRAINT openapi_spec_selections_pkey PRIMARY KEY (category);

--
-- Name: openapi_specs openapi_specs_pkey; Type: CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.openapi_specs
    ADD CONSTRAINT openapi_specs_pkey PRIMARY KEY (id);

--
-- Name: openapi_specs openapi_specs_slug_key; Type: CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.openapi_specs
    ADD CONSTRAINT openapi_specs_slug_key UNIQUE (slug);

--
-- Name: prompt_integration prompt_integration_pkey; Type: CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.prompt_integration
    ADD CONSTRAINT prompt_integration_pkey PRIMARY KEY (prompt_id, integration_id);

--
-- Name: api_chats api_chats_pkey; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.api_chats
    ADD CONSTRAINT api_chats_pkey PRIMARY KEY (id);

--
-- Name: chats_attachments chats_attachments_pkey; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.chats_attachments
    ADD CONSTRAINT chats_attachments_pkey PRIMARY KEY (chat_id, object_id);

--
-- Name: chats chats_pkey; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.chats
    ADD CONSTRAINT chats_pkey PRIMARY KEY (id);

--
-- Name: chats chats_team_id_user_id_id_key; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.chats
    ADD CONSTRAINT chats_team_id_user_id_id_key UNIQUE (team_id, user_id, id);

--
-- Name: conversations conversations_pkey; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.conversations
    ADD CONSTRAINT conversations_pkey PRIMARY KEY (id);

--
-- Name: conversations conversations_team_id_user_id_id_key; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.conversations
    ADD CONSTRAINT conversations_team_id_user_id_id_key UNIQUE (team_id, user_id, id);

--
-- Name: prompt_flags prompt_flags_pkey; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.prompt_flags
    ADD CONSTRAINT prompt_flags_pkey PRIMARY KEY (id);

--
-- Name: rate_limit_windows rate_limit_windows_pkey; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.rate_limit_windows
    ADD CONSTRAINT rate_limit_windows_pkey PRIMARY KEY (scope, scope_id, window_start);

--
-- Name: rate_limits rate_limits_pkey; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.rate_limits
    ADD CONSTRAINT rate_limits_pkey PRIMARY KEY (id);

--
-- Name: request_log_bodies request_log_bodies_pkey; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.request_log_bodies
    ADD CONSTRAINT request_log_bodies_pkey PRIMARY KEY (request_log_id, created_at);

--
-- Name: request_log_bodies_default request_log_bodies_default_pkey; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.request_log_bodies_default
    ADD CONSTRAINT request_log_bodies_default_pkey PRIMARY KEY (request_log_id, created_at);

--
-- Name: request_logs request_logs_pkey; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.request_logs
    ADD CONSTRAINT request_logs_pkey PRIMARY KEY (id, created_at);

--
-- Name: request_logs_default request_logs_default_pkey; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.request_logs_default
    ADD CONSTRAINT request_logs_default_pkey PRIMARY KEY (id, created_at);

--
-- Name: request_logs request_logs_request_id_created_at_key; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.request_logs
    ADD CONSTRAINT request_logs_request_id_created_at_key UNIQUE (request_id, created_at);

--
-- Name: request_logs_default request_logs_default_request_id_created_at_key; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.request_logs_default
    ADD CONSTRAINT request_logs_default_request_id_created_at_key UNIQUE (request_id, created_at);

--
-- Name: token_usage_metrics token_usage_metrics_pkey; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.token_usage_metrics
    ADD CONSTRAINT token_usage_metrics_pkey PRIMARY KEY (id);

--
-- Name: usage_stats usage_stats_pkey; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.usage_stats
    ADD CONSTRAINT usage_stats_pkey PRIMARY KEY (id);

--
-- Name: usage_stats usage_stats_provider_model_auth_id_date_key; Type: CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.usage_stats
    ADD CONSTRAINT usage_stats_provider_model_auth_id_date_key UNIQUE (provider, model, auth_id, date);

--
-- Name: abilities abilities_group_id_model_channel_id_key; Type: CONSTRAINT; Schema: model_registry; Owner: -
--

ALTER TABLE ONLY model_registry.abilities
    ADD CONSTRAINT abilities_group_id_model_channel_id_key UNIQUE (group_id, model, channel_id);

--
-- Name: abilities abilities_pkey; Type: CONSTRAINT; Schema: model_registry; Owner: -
--

ALTER TABLE ONLY model_registry.abilities
    ADD CONSTRAINT abilities_pkey PRIMARY KEY (id);

--
-- Name: channels channels_pkey; Type: CONSTRAINT; Schema: model_registry; Owner: -
--

ALTER TABLE ONLY model_registry.channels
    ADD CONSTRAINT channels_pkey PRIMARY KEY (id);

--
-- Name: model_capabilities model_capabilities_pkey; Type: CONSTRAINT; Schema: model_registry; Owner: -
--

ALTER TABLE ONLY model_registry.model_capabilities
    ADD CONSTRAINT model_capabilities_pkey PRIMARY KEY (model_id, capability);

--
-- Name: models models_pkey; Type: CONSTRAINT; Schema: model_registry; Owner: -
--

ALTER TABLE ONLY model_registry.models
    ADD CONSTRAINT models_pkey PRIMARY KEY (id);

--
-- Name: prices prices_model_name_region_currency_key; Type: CONSTRAINT; Schema: model_registry; Owner: -
--

ALTER TABLE ONLY model_registry.prices
    ADD CONSTRAINT prices_model_name_region_currency_key UNIQUE NULLS NOT DISTINCT (model_name, region, currency);

--
-- Name: prices prices_pkey; Type: CONSTRAINT; Schema: model_registry; Owner: -
--

ALTER TABLE ONLY model_registry.prices
    ADD CONSTRAINT prices_pkey PRIMARY KEY (id);

--
-- Name: protocol_configs protocol_configs_channel_type_api_version_key; Type: CONSTRAINT; Schema: model_registry; Owner: -
--

ALTER TABLE ONLY model_registry.protocol_configs
    ADD CONSTRAINT protocol_configs_channel_type_api_version_key UNIQUE (channel_type, api_version);

--
-- Name: protocol_configs protocol_configs_pkey; Type: CONSTRAINT; Schema: model_registry; Owner: -
--

ALTER TABLE ONLY model_registry.protocol_configs
    ADD CONSTRAINT protocol_configs_pkey PRIMARY KEY (id);

--
-- Name: providers providers_pkey; Type: CONSTRAINT; Schema: model_registry; Owner: -
--

ALTER TABLE ONLY model_registry.providers
    ADD CONSTRAINT providers_pkey PRIMARY KEY (id);

--
-- Name: tiered_pricing tiered_pricing_model_name_region_currency_tier_start_key; Type: CONSTRAINT; Schema: model_registry; Owner: -
--

ALTER TABLE ONLY model_registry.tiered_pricing
    ADD CONSTRAINT tiered_pricing_model_name_region_currency_tier_start_key UNIQUE NULLS NOT DISTINCT (model_name, region, currency, tier_start);

--
-- Name: tiered_pricing tiered_pricing_no_overlap; Type: CONSTRAINT; Schema: model_registry; Owner: -
--

ALTER TABLE ONLY model_registry.tiered_pricing
    ADD CONSTRAINT tiered_pricing_no_overlap EXCLUDE USING gist (model_registry.textrange(model_name, model_name, '[]'::text) WITH &&, model_registry.textrange(COALESCE(region, ''::text), COALESCE(region, ''::text), '[]'::text) WITH &&, model_registry.textrange(currency, currency, '[]'::text) WITH &&, int8range(tier_start, tier_end) WITH &&);

--
-- Name: tiered_pricing tiered_pricing_pkey; Type: CONSTRAINT; Schema: model_registry; Owner: -
--

ALTER TABLE ONLY model_registry.tiered_pricing
    ADD CONSTRAINT tiered_pricing_pkey PRIMARY KEY (id);

--
-- Name: audit_trail audit_trail_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.audit_trail
    ADD CONSTRAINT audit_trail_pkey PRIMARY KEY (id);

--
-- Name: cache cache_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.cache
    ADD CONSTRAINT cache_pkey PRIMARY KEY (key);

--
-- Name: configs configs_name_version_key; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.configs
    ADD CONSTRAINT configs_name_version_key UNIQUE (name, version);

--
-- Name: configs configs_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.configs
    ADD CONSTRAINT configs_pkey PRIMARY KEY (id);

--
-- Name: settings settings_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.settings
    ADD CONSTRAINT settings_pkey PRIMARY KEY (id);

--
-- Name: settings settings_scope_owner_user_id_key_key; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.settings
    ADD CONSTRAINT settings_scope_owner_user_id_key_key UNIQUE NULLS NOT DISTINCT (scope, owner_user_id, key);

--
-- Name: translations translations_locale_key_key; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.translations
    ADD CONSTRAINT translations_locale_key_key UNIQUE (locale, key);

--
-- Name: translations translations_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.translations
    ADD CONSTRAINT translations_pkey PRIMARY KEY (id);

--
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);

--
-- Name: chunks_chats chunks_chats_pkey; Type: CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.chunks_chats
    ADD CONSTRAINT chunks_chats_pkey PRIMARY KEY (chat_id, chunk_id);

--
-- Name: chunks chunks_pkey; Type: CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.chunks
    ADD CONSTRAINT chunks_pkey PRIMARY KEY (id);

--
-- Name: datasets datasets_external_id_key; Type: CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.datasets
    ADD CONSTRAINT datasets_external_id_key UNIQUE (external_id);

--
-- Name: datasets datasets_pkey; Type: CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.datasets
    ADD CONSTRAINT datasets_pkey PRIMARY KEY (id);

--
-- Name: datasets datasets_team_id_id_key; Type: CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.datasets
    ADD CONSTRAINT datasets_team_id_id_key UNIQUE (team_id, id);

--
-- Name: document_pipelines document_pipelines_api_key_key; Type: CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.document_pipelines
    ADD CONSTRAINT document_pipelines_api_key_key UNIQUE (api_key);

--
-- Name: document_pipelines document_pipelines_pkey; Type: CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.document_pipelines
    ADD CONSTRAINT document_pipelines_pkey PRIMARY KEY (id);

--
-- Name: documents documents_pkey; Type: CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.documents
    ADD CONSTRAINT documents_pkey PRIMARY KEY (id);

--
-- Name: documents documents_team_id_dataset_id_id_key; Type: CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.documents
    ADD CONSTRAINT documents_team_id_dataset_id_id_key UNIQUE (team_id, dataset_id, id);

--
-- Name: documents documents_team_id_id_key; Type: CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.documents
    ADD CONSTRAINT documents_team_id_id_key UNIQUE (team_id, id);

--
-- Name: downloads downloads_pkey; Type: CONSTRAINT; Schema: storage; Owner: -
--

ALTER TABLE ONLY storage.downloads
    ADD CONSTRAINT downloads_pkey PRIMARY KEY (gid);

--
-- Name: objects objects_pkey; Type: CONSTRAINT; Schema: storage; Owner: -
--

ALTER TABLE ONLY storage.objects
    ADD CONSTRAINT objects_pkey PRIMARY KEY (id);

--
-- Name: objects objects_team_id_id_key; Type: CONSTRAINT; Schema: storage; Owner: -
--

ALTER TABLE ONLY storage.objects
    ADD CONSTRAINT objects_team_id_id_key UNIQUE (team_id, id);

--
-- Name: projects_company_wide_idx; Type: INDEX; Schema: assistants; Owner: -
--

CREATE INDEX projects_company_wide_idx ON assistants.projects USING btree (id) WHERE (visibility = 'Company'::public.visibility);

--
-- Name: projects_created_by_idx; Type: INDEX; Schema: assistants; Owner: -
--

CREATE INDEX projects_created_by_idx ON assistants.projects USING btree (created_by);

--
-- Name: projects_dataset_id_idx; Type: INDEX; Schema: assistants; Owner: -
--

CREATE UNIQUE INDEX projects_dataset_id_idx ON assistants.projects USING btree (dataset_id);

--
-- Name: projects_team_id_dataset_id_idx; Type: INDEX; Schema: assistants; Owner: -
--

CREATE INDEX projects_team_id_dataset_id_idx ON assistants.projects USING btree (team_id, dataset_id);

--
-- Name: prompt_dataset_dataset_id_idx; Type: INDEX; Schema: assistants; Owner: -
--

CREATE INDEX prompt_dataset_dataset_id_idx ON assistants.prompt_dataset USING btree (dataset_id);

--
-- Name: prompt_dataset_team_id_prompt_id_idx; Type: INDEX; Schema: assistants; Owner: -
--

CREATE INDEX prompt_dataset_team_id_prompt_id_idx ON assistants.prompt_dataset USING btree (team_id, prompt_id);

--
-- Name: prompts_category_id_idx; Type: INDEX; Schema: assistants; Owner: -
--

CREATE INDEX prompts_category_id_idx ON assistants.prompts USING btree (category_id);

--
-- Name: prompts_company_wide_idx; Type: INDEX; Schema: assistants; Owner: -
--

CREATE INDEX prompts_company_wide_idx ON assistants.prompts USING btree (id) WHERE (visibility = 'Company'::public.visibility);

--
-- Name: prompts_model_id_idx; Type: INDEX; Schema: assistants; Owner: -
--

CREATE INDEX prompts_model_id_idx ON assistants.prompts USING btree (model_id);

--
-- Name: prompts_team_id_image_icon_object_id_idx; Type: INDEX; Schema: assistants; Owner: -
--

CREATE INDEX prompts_team_id_image_icon_object_id_idx ON assistants.prompts USING btree (team_id, image_icon_object_id);

--
-- Name: automation_cron_triggers_next_run_at_idx; Type: INDEX; Schema: automation; Owner: -
--

CREATE INDEX automation_cron_triggers_next_run_at_idx ON automation.automation_cron_triggers USING btree (next_run_at);

--
-- Name: automation_cron_triggers_team_id_prompt_id_idx; Type: INDEX; Schema: automation; Owner: -
--

CREATE INDEX automation_cron_triggers_team_id_prompt_id_idx ON automation.automation_cron_triggers USING btree (team_id, prompt_id);

--
-- Name: automation_runs_pending_idx; Type: INDEX; Schema: automation; Owner: -
--

CREATE INDEX automation_runs_pending_idx ON automation.automation_runs USING btree (scheduled_for, id) WHERE (status = 'Pending'::automation.automation_run_status);

--
-- Name: automation_runs_running_idx; Type: INDEX; Schema: automation; Owner: -
--

CREATE INDEX automation_runs_running_idx ON automation.automation_runs USING btree (heartbeat_at) WHERE (status = 'Running'::automation.automation_run_status);

--
-- Name: automation_runs_team_id_prompt_id_idx; Type: INDEX; Schema: automation; Owner: -
--

CREATE INDEX automation_runs_team_id_prompt_id_idx ON automation.automation_runs USING btree (team_id, prompt_id);

--
-- Name: automation_webhook_triggers_team_id_prompt_id_idx; Type: INDEX; Schema: automation; Owner: -
--

CREATE INDEX automation_webhook_triggers_team_id_prompt_id_idx ON automation.automation_webhook_triggers USING btree (team_id, prompt_id);

--
-- Name: api_keys_key_prefix_idx; Type: INDEX; Schema: iam; Owner: -
--

CREATE INDEX api_keys_key_prefix_idx ON iam.api_keys USING btree (key_prefix);

--
-- Name: api_keys_prompt_id_idx; Type: INDEX; Schema: iam; Owner: -
--

CREATE INDEX api_keys_prompt_id_idx ON iam.api_keys USING btree (prompt_id);

--
-- Name: api_keys_user_id_idx; Type: INDEX; Schema: iam; Owner: -
--

CREATE INDEX api_keys_user_id_idx ON iam.api_keys USING btree (user_id);

--
-- Name: group_members_user_id_idx; Type: INDEX; Schema: iam; Owner: -
--

CREATE INDEX group_members_user_id_idx ON iam.group_members USING btree (user_id);

--
-- Name: invitations_email_lower_idx; Type: INDEX; Schema: iam; Owner: -
--

CREATE INDEX invitations_email_lower_idx ON iam.invitations USING btree (lower((email)::text));

--
-- Name: invitations_team_id_idx; Type: INDEX; Schema: iam; Owner: -
--

CREATE INDEX invitations_team_id_idx ON iam.invitations USING btree (team_id);

--
-- Name: permission_grants_resource_idx; Type: INDEX; Schema: iam; Owner: -
--

CREATE INDEX permission_grants_resource_idx ON iam.permission_grants USING btree (resource);

--
-- Name: permission_grants_role_idx; Type: INDEX; Schema: iam; Owner: -
--

CREATE INDEX permission_grants_role_idx ON iam.permission_grants USING btree (role);

--
-- Name: team_users_team_id_idx; Type: INDEX; Schema: iam; Owner: -
--

CREATE INDEX team_users_team_id_idx ON iam.team_users USING btree (team_id);

--
-- Name: teams_created_by_user_id_idx; Type: INDEX; Schema: iam; Owner: -
--

CREATE INDEX teams_created_by_user_id_idx ON iam.teams USING btree (created_by_user_id, id);

--
-- Name: teams_slug_uq; Type: INDEX; Schema: iam; Owner: -
--

CREATE UNIQUE INDEX teams_slug_uq ON iam.teams USING btree (slug);

--
-- Name: unique_api_key; Type: INDEX; Schema: iam; Owner: -
--

CREATE UNIQUE INDEX unique_api_key ON iam.api_keys USING btree (api_key);

--
-- Name: unique_api_key_per_team; Type: INDEX; Schema: iam; Owner: -
--

CREATE UNIQUE INDEX unique_api_key_per_team ON iam.api_keys USING btree (team_id, api_key);

--
-- Name: users_email_lower_key; Type: INDEX; Schema: iam; Owner: -
--

CREATE UNIQUE INDEX users_email_lower_key ON iam.users USING btree (lower((email)::text));

--
-- Name: api_key_connections_company_wide_idx; Type: INDEX; Schema: integrations; Owner: -
--

CREATE INDEX api_key_connections_company_wide_idx ON integrations.api_key_connections USING btree (id) WHERE (visibility = 'Company'::public.visibility);

--
-- Name: api_key_connections_integration_id_idx; Type: INDEX; Schema: integrations; Owner: -
--

CREATE INDEX api_key_connections_integration_id_idx ON integrations.api_key_connections USING btree (integration_id);

--
-- Name: api_key_connections_user_id_idx; Type: INDEX; Schema: integrations; Owner: -
--

CREATE INDEX api_key_connections_user_id_idx ON integrations.api_key_connections USING btree (user_id);

--
-- Name: credential_tokens_expires_at_idx; Type: INDEX; Schema: integrations; Owner: -
--

CREATE INDEX credential_tokens_expires_at_idx ON integrations.credential_tokens USING btree (expires_at);

--
-- Name: credentials_provider_provider_user_id_key; Type: INDEX; Schema: integrations; Owner: -
--

CREATE UNIQUE INDEX credentials_provider_provider_user_id_key ON integrations.credentials USING btree (provider, provider_user_id) WHERE (deleted_at IS NULL);

--
-- Name: integrations_company_wide_idx; Type: INDEX; Schema: integrations; Owner: -
--

CREATE INDEX integrations_company_wide_idx ON integrations.integrations USING btree (id) WHERE (visibility = 'Company'::public.visibility);

--
-- Name: integrations_created_by_idx; Type: INDEX; Schema: integrations; Owner: -
--

CREATE INDEX integrations_created_by_idx ON integrations.integrations USING btree (created_by);

--
-- Name: oauth2_connections_company_wide_idx; Type: INDEX; Schema: integrations; Owner: -
--

CREATE INDEX oauth2_connections_company_wide_idx ON integrations.oauth2_connections USING btree (id) WHERE (visibility = 'Company'::public.visibility);

--
-- Name: oauth2_connections_expires_at_idx; Type: INDEX; Schema: integrations; Owner: -
--

CREATE INDEX oauth2_connections_expires_at_idx ON integrations.oauth2_connections USING btree (expires_at);

--
-- Name: oauth2_connections_integration_id_idx; Type: INDEX; Schema: integrations; Owner: -
--

CREATE INDEX oauth2_connections_integration_id_idx ON integrations.oauth2_connections USING btree (integration_id);

--
-- Name: oauth2_connections_user_id_idx; Type: INDEX; Schema: integrations; Owner: -
--

CREATE INDEX oauth2_connections_user_id_idx ON integrations.oauth2_connections USING btree (user_id);

--
-- Name: openapi_spec_selections_openapi_spec_id_idx; Type: INDEX; Schema: integrations; Owner: -
--

CREATE INDEX openapi_spec_selections_openapi_spec_id_idx ON integrations.openapi_spec_selections USING btree (openapi_spec_id);

--
-- Name: openapi_specs_category_idx; Type: INDEX; Schema: integrations; Owner: -
--

CREATE INDEX openapi_specs_category_idx ON integrations.openapi_specs USING btree (category);

--
-- Name: prompt_integration_api_connection_idx; Type: INDEX; Schema: integrations; Owner: -
--

CREATE INDEX prompt_integration_api_connection_idx ON integrations.prompt_integration USING btree (team_id, integration_id, api_connection_id);

--
-- Name: prompt_integration_integration_id_idx; Type: INDEX; Schema: integrations; Owner: -
--

CREATE INDEX prompt_integration_integration_id_idx ON integrations.prompt_integration USING btree (integration_id);

--
-- Name: prompt_integration_oauth2_connection_idx; Type: INDEX; Schema: integrations; Owner: -
--

CREATE INDEX prompt_integration_oauth2_connection_idx ON integrations.prompt_integration USING btree (team_id, integration_id, oauth2_connection_id);

--
-- Name: prompt_integration_team_id_prompt_id_idx; Type: INDEX; Schema: integrations; Owner: -
--

CREATE INDEX prompt_integration_team_id_prompt_id_idx ON integrations.prompt_integration USING btree (team_id, prompt_id);

--
-- Name: api_chats_api_key_id_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX api_chats_api_key_id_idx ON llm.api_chats USING btree (team_id, user_id, api_key_id);

--
-- Name: chats_attachments_chat_id_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX chats_attachments_chat_id_idx ON llm.chats_attachments USING btree (team_id, user_id, chat_id);

--
-- Name: chats_attachments_object_id_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX chats_attachments_object_id_idx ON llm.chats_attachments USING btree (team_id, object_id);

--
-- Name: chats_automation_run_id_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX chats_automation_run_id_idx ON llm.chats USING btree (team_id, automation_run_id);

--
-- Name: chats_conversation_id_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX chats_conversation_id_idx ON llm.chats USING btree (team_id, user_id, conversation_id, id);

--
-- Name: chats_prompt_id_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX chats_prompt_id_idx ON llm.chats USING btree (prompt_id);

--
-- Name: conversations_project_id_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX conversations_project_id_idx ON llm.conversations USING btree (project_id);

--
-- Name: conversations_user_id_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX conversations_user_id_idx ON llm.conversations USING btree (user_id, created_at);

--
-- Name: idx_token_usage_metrics_api_key_id; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX idx_token_usage_metrics_api_key_id ON llm.token_usage_metrics USING btree (api_key_id);

--
-- Name: idx_token_usage_metrics_chat_id; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX idx_token_usage_metrics_chat_id ON llm.token_usage_metrics USING btree (chat_id);

--
-- Name: idx_token_usage_metrics_created_at; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX idx_token_usage_metrics_created_at ON llm.token_usage_metrics USING btree (created_at);

--
-- Name: idx_token_usage_metrics_type; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX idx_token_usage_metrics_type ON llm.token_usage_metrics USING btree (type);

--
-- Name: prompt_flags_chat_id_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX prompt_flags_chat_id_idx ON llm.prompt_flags USING btree (team_id, user_id, chat_id);

--
-- Name: rate_limits_api_key_id_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX rate_limits_api_key_id_idx ON llm.rate_limits USING btree (api_key_id);

--
-- Name: request_log_bodies_created_at_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX request_log_bodies_created_at_idx ON ONLY llm.request_log_bodies USING brin (created_at) WITH (autosummarize='on');

--
-- Name: request_log_bodies_default_created_at_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX request_log_bodies_default_created_at_idx ON llm.request_log_bodies_default USING brin (created_at) WITH (autosummarize='on');

--
-- Name: request_logs_created_at_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX request_logs_created_at_idx ON ONLY llm.request_logs USING btree (created_at, id);

--
-- Name: request_logs_default_created_at_id_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX request_logs_default_created_at_id_idx ON llm.request_logs_default USING btree (created_at, id);

--
-- Name: request_logs_errors_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX request_logs_errors_idx ON ONLY llm.request_logs USING btree (created_at) WHERE (status_code >= 400);

--
-- Name: request_logs_default_created_at_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX request_logs_default_created_at_idx ON llm.request_logs_default USING btree (created_at) WHERE (status_code >= 400);

--
-- Name: request_logs_model_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX request_logs_model_idx ON ONLY llm.request_logs USING btree (model, created_at);

--
-- Name: request_logs_default_model_created_at_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX request_logs_default_model_created_at_idx ON llm.request_logs_default USING btree (model, created_at);

--
-- Name: request_logs_provider_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX request_logs_provider_idx ON ONLY llm.request_logs USING btree (provider, created_at);

--
-- Name: request_logs_default_provider_created_at_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX request_logs_default_provider_created_at_idx ON llm.request_logs_default USING btree (provider, created_at);

--
-- Name: request_logs_user_id_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX request_logs_user_id_idx ON ONLY llm.request_logs USING btree (user_id, created_at);

--
-- Name: request_logs_default_user_id_created_at_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX request_logs_default_user_id_created_at_idx ON llm.request_logs_default USING btree (user_id, created_at);

--
-- Name: token_usage_metrics_api_key_id_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX token_usage_metrics_api_key_id_idx ON llm.token_usage_metrics USING btree (team_id, user_id, api_key_id);

--
-- Name: token_usage_metrics_chat_id_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX token_usage_metrics_chat_id_idx ON llm.token_usage_metrics USING btree (team_id, user_id, chat_id);

--
-- Name: usage_stats_auth_id_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX usage_stats_auth_id_idx ON llm.usage_stats USING btree (auth_id, date);

--
-- Name: usage_stats_date_idx; Type: INDEX; Schema: llm; Owner: -
--

CREATE INDEX usage_stats_date_idx ON llm.usage_stats USING btree (date);

--
-- Name: abilities_channel_id_idx; Type: INDEX; Schema: model_registry; Owner: -
--

CREATE INDEX abilities_channel_id_idx ON model_registry.abilities USING btree (channel_id);

--
-- Name: protocol_configs_one_default_per_channel_type; Type: INDEX; Schema: model_registry; Owner: -
--

CREATE UNIQUE INDEX protocol_configs_one_default_per_channel_type ON model_registry.protocol_configs USING btree (channel_type) WHERE is_default;

--
-- Name: audit_trail_action_id_idx; Type: INDEX; Schema: ops; Owner: -
--

CREATE INDEX audit_trail_action_id_idx ON ops.audit_trail USING btree (action, id);

--
-- Name: audit_trail_created_at_idx; Type: INDEX; Schema: ops; Owner: -
--

CREATE INDEX audit_trail_created_at_idx ON ops.audit_trail USING brin (created_at);

--
-- Name: audit_trail_entity_type_entity_id_id_idx; Type: INDEX; Schema: ops; Owner: -
--

CREATE INDEX audit_trail_entity_type_entity_id_id_idx ON ops.audit_trail USING btree (entity_type, entity_id, id);

--
-- Name: audit_trail_team_id_id_idx; Type: INDEX; Schema: ops; Owner: -
--

CREATE INDEX audit_trail_team_id_id_idx ON ops.audit_trail USING btree (team_id, id);

--
-- Name: audit_trail_user_id_id_idx; Type: INDEX; Schema: ops; Owner: -
--

CREATE INDEX audit_trail_user_id_id_idx ON ops.audit_trail USING btree (user_id, id);

--
-- Name: cache_expires_at_idx; Type: INDEX; Schema: ops; Owner: -
--

CREATE INDEX cache_expires_at_idx ON ops.cache USING btree (expires_at);

--
-- Name: cache_tags_idx; Type: INDEX; Schema: ops; Owner: -
--

CREATE INDEX cache_tags_idx ON ops.cache USING gin (tags);

--
-- Name: one_active_config_per_name; Type: INDEX; Schema: ops; Owner: -
--

CREATE UNIQUE INDEX one_active_config_per_name ON ops.configs USING btree (name) WHERE is_active;

--
-- Name: settings_owner_user_id_idx; Type: INDEX; Schema: ops; Owner: -
--

CREATE INDEX settings_owner_user_id_idx ON ops.settings USING btree (owner_user_id);

--
-- Name: chunks_chats_chat_id_idx; Type: INDEX; Schema: rag; Owner: -
--

CREATE INDEX chunks_chats_chat_id_idx ON rag.chunks_chats USING btree (team_id, user_id, chat_id);

--
-- Name: chunks_chats_chunk_id_idx; Type: INDEX; Schema: rag; Owner: -
--

CREATE INDEX chunks_chats_chunk_id_idx ON rag.chunks_chats USING btree (chunk_id);

--
-- Name: chunks_dataset_id_idx; Type: INDEX; Schema: rag; Owner: -
--

CREATE INDEX chunks_dataset_id_idx ON rag.chunks USING btree (dataset_id);

--
-- Name: chunks_document_id_dataset_id_idx; Type: INDEX; Schema: rag; Owner: -
--

CREATE INDEX chunks_document_id_dataset_id_idx ON rag.chunks USING btree (document_id, dataset_id);

--
-- Name: chunks_embeddings_1024_idx; Type: INDEX; Schema: rag; Owner: -
--

CREATE INDEX chunks_embeddings_1024_idx ON rag.chunks USING hnsw (((embeddings)::public.vector(1024)) public.vector_cosine_ops) WHERE (public.vector_dims(embeddings) = 1024);

--
-- Name: chunks_embeddings_1536_idx; Type: INDEX; Schema: rag; Owner: -
--

CREATE INDEX chunks_embeddings_1536_idx ON rag.chunks USING hnsw (((embeddings)::public.vector(1536)) public.vector_cosine_ops) WHERE (public.vector_dims(embeddings) = 1536);

--
-- Name: chunks_embeddings_384_idx; Type: INDEX; Schema: rag; Owner: -
--

CREATE INDEX chunks_embeddings_384_idx ON rag.chunks USING hnsw (((embeddings)::public.vector(384)) public.vector_cosine_ops) WHERE (public.vector_dims(embeddings) = 384);

--
-- Name: chunks_embeddings_768_idx; Type: INDEX; Schema: rag; Owner: -
--

CREATE INDEX chunks_embeddings_768_idx ON rag.chunks USING hnsw (((embeddings)::public.vector(768)) public.vector_cosine_ops) WHERE (public.vector_dims(embeddings) = 768);

--
-- Name: chunks_team_id_dataset_id_document_id_idx; Type: INDEX; Schema: rag; Owner: -
--

CREATE INDEX chunks_team_id_dataset_id_document_id_idx ON rag.chunks USING btree (team_id, dataset_id, document_id);

--
-- Name: chunks_text_idx; Type: INDEX; Schema: rag; Owner: -
--

CREATE INDEX chunks_text_idx ON rag.chunks USING gin (to_tsvector('simple'::regconfig, (text)::text));

--
-- Name: chunks_unprocessed_idx; Type: INDEX; Schema: rag; Owner: -
--

CREATE INDEX chunks_unprocessed_idx ON rag.chunks USING btree (id) WHERE (NOT processed);

--
-- Name: datasets_company_wide_idx; Type: INDEX; Schema: rag; Owner: -
--

CREATE INDEX datasets_company_wide_idx ON rag.datasets USING btree (id) WHERE (visibility = 'Company'::public.visibility);

--
-- Name: datasets_embeddings_model_id_idx; Type: INDEX; Schema: rag; Owner: -
--

CREATE INDEX datasets_embeddings_model_id_idx ON rag.datasets USING btree (embeddings_model_id);

--
-- Name: document_pipelines_team_id_dataset_id_idx; Type: INDEX; Schema: rag; Owner: -
--

CREATE INDEX document_pipelines_team_id_dataset_id_idx ON rag.document_pipelines USING btree (team_id, dataset_id);

--
-- Name: document_pipelines_user_id_idx; Type: INDEX; Schema: rag; Owner: -
--

CREATE INDEX document_pipelines_user_id_idx ON rag.document_pipelines USING btree (user_id);

--
-- Name: documents_dataset_id_idx; Type: INDEX; Schema: rag; Owner: -
--

CREATE INDEX documents_dataset_id_idx ON rag.documents USING btree (dataset_id);

--
-- Name: documents_team_id_object_id_idx; Type: INDEX; Schema: rag; Owner: -
--

CREATE INDEX documents_team_id_object_id_idx ON rag.documents USING btree (team_id, object_id);

--
-- Name: objects_created_by_idx; Type: INDEX; Schema: storage; Owner: -
--

CREATE INDEX objects_created_by_idx ON storage.objects USING btree (created_by);

--
-- Name: request_log_bodies_default_created_at_idx; Type: INDEX ATTACH; Schema: llm; Owner: -
--

ALTER INDEX llm.request_log_bodies_created_at_idx ATTACH PARTITION llm.request_log_bodies_default_created_at_idx;

--
-- Name: request_log_bodies_default_pkey; Type: INDEX ATTACH; Schema: llm; Owner: -
--

ALTER INDEX llm.request_log_bodies_pkey ATTACH PARTITION llm.request_log_bodies_default_pkey;

--
-- Name: request_logs_default_created_at_id_idx; Type: INDEX ATTACH; Schema: llm; Owner: -
--

ALTER INDEX llm.request_logs_created_at_idx ATTACH PARTITION llm.request_logs_default_created_at_id_idx;

--
-- Name: request_logs_default_created_at_idx; Type: INDEX ATTACH; Schema: llm; Owner: -
--

ALTER INDEX llm.request_logs_errors_idx ATTACH PARTITION llm.request_logs_default_created_at_idx;

--
-- Name: request_logs_default_model_created_at_idx; Type: INDEX ATTACH; Schema: llm; Owner: -
--

ALTER INDEX llm.request_logs_model_idx ATTACH PARTITION llm.request_logs_default_model_created_at_idx;

--
-- Name: request_logs_default_pkey; Type: INDEX ATTACH; Schema: llm; Owner: -
--

ALTER INDEX llm.request_logs_pkey ATTACH PARTITION llm.request_logs_default_pkey;

--
-- Name: request_logs_default_provider_created_at_idx; Type: INDEX ATTACH; Schema: llm; Owner: -
--

ALTER INDEX llm.request_logs_provider_idx ATTACH PARTITION llm.request_logs_default_provider_created_at_idx;

--
-- Name: request_logs_default_request_id_created_at_key; Type: INDEX ATTACH; Schema: llm; Owner: -
--

ALTER INDEX llm.request_logs_request_id_created_at_key ATTACH PARTITION llm.request_logs_default_request_id_created_at_key;

--
-- Name: request_logs_default_user_id_created_at_idx; Type: INDEX ATTACH; Schema: llm; Owner: -
--

ALTER INDEX llm.request_logs_user_id_idx ATTACH PARTITION llm.request_logs_default_user_id_created_at_idx;

--
-- Name: prompts icon_is_seen; Type: TRIGGER; Schema: assistants; Owner: -
--

CREATE TRIGGER icon_is_seen BEFORE INSERT ON assistants.prompts FOR EACH ROW WHEN ((new.image_icon_object_id IS NOT NULL)) EXECUTE FUNCTION assistants.guard_icon();

--
-- Name: prompts icon_is_seen_on_update; Type: TRIGGER; Schema: assistants; Owner: -
--

CREATE TRIGGER icon_is_seen_on_update BEFORE UPDATE OF image_icon_object_id ON assistants.prompts FOR EACH ROW WHEN (((new.image_icon_object_id IS NOT NULL) AND (new.image_icon_object_id IS DISTINCT FROM old.image_icon_object_id))) EXECUTE FUNCTION assistants.guard_icon();

--
-- Name: projects set_updated_at; Type: TRIGGER; Schema: assistants; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON assistants.projects FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: prompts set_updated_at; Type: TRIGGER; Schema: assistants; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON assistants.prompts FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: prompts used_by_other_teams; Type: TRIGGER; Schema: assistants; Owner: -
--

CREATE TRIGGER used_by_other_teams BEFORE DELETE ON assistants.prompts FOR EACH ROW EXECUTE FUNCTION assistants.keep_what_others_use();

--
-- Name: automation_cron_triggers set_next_run_at; Type: TRIGGER; Schema: automation; Owner: -
--

CREATE TRIGGER set_next_run_at BEFORE INSERT OR UPDATE OF cron_expression ON automation.automation_cron_triggers FOR EACH ROW EXECUTE FUNCTION automation.set_next_run_at();

--
-- Name: team_users change_roles; Type: TRIGGER; Schema: iam; Owner: -
--

CREATE TRIGGER change_roles AFTER UPDATE OF roles ON iam.team_users FOR EACH ROW WHEN ((old.roles IS DISTINCT FROM new.roles)) EXECUTE FUNCTION ops.write_audit('UserInterface', 'CreateMember');

--
-- Name: api_keys create_api_key; Type: TRIGGER; Schema: iam; Owner: -
--

CREATE TRIGGER create_api_key AFTER INSERT ON iam.api_keys FOR EACH ROW EXECUTE FUNCTION ops.write_audit('UserInterface', 'CreateAPIKey');

--
-- Name: invitations create_invite; Type: TRIGGER; Schema: iam; Owner: -
--

CREATE TRIGGER create_invite AFTER INSERT ON iam.invitations FOR EACH ROW EXECUTE FUNCTION ops.write_audit('UserInterface', 'CreateInvite');

--
-- Name: team_users create_member; Type: TRIGGER; Schema: iam; Owner: -
--

CREATE TRIGGER create_member AFTER INSERT ON iam.team_users FOR EACH ROW EXECUTE FUNCTION ops.write_audit('UserInterface', 'CreateMember');

--
-- Name: teams create_team; Type: TRIGGER; Schema: iam; Owner: -
--

CREATE TRIGGER create_team AFTER INSERT ON iam.teams FOR EACH ROW EXECUTE FUNCTION ops.write_audit('UserInterface', 'CreateTeam');

--
-- Name: team_users delete_member; Type: TRIGGER; Schema: iam; Owner: -
--

CREATE TRIGGER delete_member AFTER DELETE ON iam.team_users FOR EACH ROW EXECUTE FUNCTION ops.write_audit('UserInterface', 'DeleteMember');

--
-- Name: teams delete_team; Type: TRIGGER; Schema: iam; Owner: -
--

CREATE TRIGGER delete_team AFTER DELETE ON iam.teams FOR EACH ROW EXECUTE FUNCTION ops.write_audit('UserInterface', 'DeleteTeam');

--
-- Name: users only_administrators_change_accounts; Type: TRIGGER; Schema: iam; Owner: -
--

CREATE TRIGGER only_administrators_change_accounts BEFORE UPDATE ON iam.users FOR EACH ROW WHEN ((((((old.email)::text IS DISTINCT FROM (new.email)::text) OR (old.username IS DISTINCT FROM new.username)) OR (old.status IS DISTINCT FROM new.status)) OR (old.system_admin IS DISTINCT FROM new.system_admin))) EXECUTE FUNCTION iam.guard_account();

--
-- Name: api_keys only_the_person_changes_the_key; Type: TRIGGER; Schema: iam; Owner: -
--

CREATE TRIGGER only_the_person_changes_the_key BEFORE UPDATE ON iam.api_keys FOR EACH ROW WHEN (((((old.api_key)::text IS DISTINCT FROM (new.api_key)::text) OR (old.status IS DISTINCT FROM new.status)) OR (old.deleted_at IS DISTINCT FROM new.deleted_at))) EXECUTE FUNCTION iam.guard_api_key();

--
-- Name: api_keys retire_api_key; Type: TRIGGER; Schema: iam; Owner: -
--

CREATE TRIGGER retire_api_key AFTER UPDATE ON iam.api_keys FOR EACH ROW WHEN ((((old.deleted_at IS NULL) AND (new.deleted_at IS NOT NULL)) OR ((old.status <> 'revoked'::text) AND (new.status = 'revoked'::text)))) EXECUTE FUNCTION ops.write_audit('UserInterface', 'DeleteAPIKey');

--
-- Name: api_keys revoke_api_key; Type: TRIGGER; Schema: iam; Owner: -
--

CREATE TRIGGER revoke_api_key AFTER DELETE ON iam.api_keys FOR EACH ROW EXECUTE FUNCTION ops.write_audit('UserInterface', 'DeleteAPIKey');

--
-- Name: users set_admin_flag; Type: TRIGGER; Schema: iam; Owner: -
--

CREATE TRIGGER set_admin_flag BEFORE INSERT ON iam.users FOR EACH ROW EXECUTE FUNCTION iam.set_first_user_as_admin();

--
-- Name: teams set_team_slug; Type: TRIGGER; Schema: iam; Owner: -
--

CREATE TRIGGER set_team_slug BEFORE INSERT OR UPDATE OF name ON iam.teams FOR EACH ROW EXECUTE FUNCTION iam.set_team_slug();

--
-- Name: api_keys set_updated_at; Type: TRIGGER; Schema: iam; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON iam.api_keys FOR EACH ROW EXECUTE FUNCTION public.set_updated_at('is_active', 'key_hash', 'last_used_at', 'used_quota');

--
-- Name: users set_updated_at; Type: TRIGGER; Schema: iam; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON iam.users FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: credentials name_credential; Type: TRIGGER; Schema: integrations; Owner: -
--

CREATE TRIGGER name_credential BEFORE INSERT ON integrations.credentials FOR EACH ROW WHEN ((new.name IS NULL)) EXECUTE FUNCTION integrations.name_credential();

--
-- Name: credential_tokens set_updated_at; Type: TRIGGER; Schema: integrations; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON integrations.credential_tokens FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: credentials set_updated_at; Type: TRIGGER; Schema: integrations; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON integrations.credentials FOR EACH ROW EXECUTE FUNCTION public.set_updated_at('is_active', 'last_used_at');

--
-- Name: integrations set_updated_at; Type: TRIGGER; Schema: integrations; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON integrations.integrations FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: openapi_spec_api_keys set_updated_at; Type: TRIGGER; Schema: integrations; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON integrations.openapi_spec_api_keys FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: openapi_spec_selections set_updated_at; Type: TRIGGER; Schema: integrations; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON integrations.openapi_spec_selections FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: openapi_specs set_updated_at; Type: TRIGGER; Schema: integrations; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON integrations.openapi_specs FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: api_key_connections take_back_connection; Type: TRIGGER; Schema: integrations; Owner: -
--

CREATE TRIGGER take_back_connection AFTER UPDATE OF visibility ON integrations.api_key_connections FOR EACH ROW WHEN (((old.visibility <> 'Private'::public.visibility) AND (new.visibility = 'Private'::public.visibility))) EXECUTE FUNCTION integrations.take_back_connection();

--
-- Name: oauth2_connections take_back_connection; Type: TRIGGER; Schema: integrations; Owner: -
--

CREATE TRIGGER take_back_connection AFTER UPDATE OF visibility ON integrations.oauth2_connections FOR EACH ROW WHEN (((old.visibility <> 'Private'::public.visibility) AND (new.visibility = 'Private'::public.visibility))) EXECUTE FUNCTION integrations.take_back_connection();

--
-- Name: integrations used_by_other_teams; Type: TRIGGER; Schema: integrations; Owner: -
--

CREATE TRIGGER used_by_other_teams BEFORE DELETE ON integrations.integrations FOR EACH ROW EXECUTE FUNCTION integrations.keep_what_others_use();

--
-- Name: chats insert_answer; Type: TRIGGER; Schema: llm; Owner: -
--

CREATE TRIGGER insert_answer AFTER INSERT ON llm.chats FOR EACH ROW WHEN (((new.status = 'Success'::llm.chat_status) AND (new.role = 'Assistant'::llm.chat_role))) EXECUTE FUNCTION ops.write_audit('UserInterface', 'TextGeneration', 'content', 'tool_calls', 'tool_call_id');

--
-- Name: api_chats set_updated_at; Type: TRIGGER; Schema: llm; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON llm.api_chats FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: chats set_updated_at; Type: TRIGGER; Schema: llm; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON llm.chats FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: usage_stats set_updated_at; Type: TRIGGER; Schema: llm; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON llm.usage_stats FOR EACH ROW EXECUTE FUNCTION public.set_updated_at('total_tokens');

--
-- Name: chats update_chats; Type: TRIGGER; Schema: llm; Owner: -
--

CREATE TRIGGER update_chats AFTER UPDATE ON llm.chats FOR EACH ROW WHEN (((old.status <> 'Success'::llm.chat_status) AND (new.status = 'Success'::llm.chat_status))) EXECUTE FUNCTION ops.write_audit('UserInterface', 'TextGeneration', 'content', 'tool_calls', 'tool_call_id');

--
-- Name: channels set_updated_at; Type: TRIGGER; Schema: model_registry; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON model_registry.channels FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: models set_updated_at; Type: TRIGGER; Schema: model_registry; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON model_registry.models FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: protocol_configs set_updated_at; Type: TRIGGER; Schema: model_registry; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON model_registry.protocol_configs FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: providers set_updated_at; Type: TRIGGER; Schema: model_registry; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON model_registry.providers FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: configs set_updated_at; Type: TRIGGER; Schema: ops; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON ops.configs FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: settings set_updated_at; Type: TRIGGER; Schema: ops; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON ops.settings FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: translations set_updated_at; Type: TRIGGER; Schema: ops; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON ops.translations FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: configs stored_version_is_not_changed; Type: TRIGGER; Schema: ops; Owner: -
--

CREATE TRIGGER stored_version_is_not_changed BEFORE UPDATE ON ops.configs FOR EACH ROW WHEN ((((((old.id IS DISTINCT FROM new.id) OR (old.name IS DISTINCT FROM new.name)) OR (old.yaml_config IS DISTINCT FROM new.yaml_config)) OR (old.version IS DISTINCT FROM new.version)) OR (old.created_at IS DISTINCT FROM new.created_at))) EXECUTE FUNCTION ops.refuse_change_of_version();

--
-- Name: document_pipelines create_pipeline_key; Type: TRIGGER; Schema: rag; Owner: -
--

CREATE TRIGGER create_pipeline_key AFTER INSERT ON rag.document_pipelines FOR EACH ROW EXECUTE FUNCTION ops.write_audit('UserInterface', 'CreatePipelineKey');

--
-- Name: document_pipelines revoke_pipeline_key; Type: TRIGGER; Schema: rag; Owner: -
--

CREATE TRIGGER revoke_pipeline_key AFTER DELETE ON rag.document_pipelines FOR EACH ROW EXECUTE FUNCTION ops.write_audit('UserInterface', 'DeletePipelineKey');

--
-- Name: chunks set_updated_at; Type: TRIGGER; Schema: rag; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON rag.chunks FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: datasets set_updated_at; Type: TRIGGER; Schema: rag; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON rag.datasets FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: document_pipelines set_updated_at; Type: TRIGGER; Schema: rag; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON rag.document_pipelines FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: documents set_updated_at; Type: TRIGGER; Schema: rag; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON rag.documents FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: downloads set_updated_at; Type: TRIGGER; Schema: storage; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON storage.downloads FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: objects set_updated_at; Type: TRIGGER; Schema: storage; Owner: -
--

CREATE TRIGGER set_updated_at BEFORE UPDATE ON storage.objects FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

--
-- Name: projects projects_created_by_fkey; Type: FK CONSTRAINT; Schema: assistants; Owner: -
--

ALTER TABLE ONLY assistants.projects
    ADD CONSTRAINT projects_created_by_fkey FOREIGN KEY (created_by) REFERENCES iam.users(id) ON DELETE CASCADE;

--
-- Name: projects projects_team_id_dataset_id_fkey; Type: FK CONSTRAINT; Schema: assistants; Owner: -
--

ALTER TABLE ONLY assistants.projects
    ADD CONSTRAINT projects_team_id_dataset_id_fkey FOREIGN KEY (team_id, dataset_id) REFERENCES rag.datasets(team_id, id) ON DELETE CASCADE;

--
-- Name: projects projects_team_id_fkey; Type: FK CONSTRAINT; Schema: assistants; Owner: -
--

ALTER TABLE ONLY assistants.projects
    ADD CONSTRAINT projects_team_id_fkey FOREIGN KEY (team_id) REFERENCES iam.teams(id) ON DELETE CASCADE;

--
-- Name: prompt_dataset prompt_dataset_dataset_id_fkey; Type: FK CONSTRAINT; Schema: assistants; Owner: -
--

ALTER TABLE ONLY assistants.prompt_dataset
    ADD CONSTRAINT prompt_dataset_dataset_id_fkey FOREIGN KEY (dataset_id) REFERENCES rag.datasets(id) ON DELETE CASCADE;

--
-- Name: prompt_dataset prompt_dataset_team_id_prompt_id_fkey; Type: FK CONSTRAINT; Schema: assistants; Owner: -
--

ALTER TABLE ONLY assistants.prompt_dataset
    ADD CONSTRAINT prompt_dataset_team_id_prompt_id_fkey FOREIGN KEY (team_id, prompt_id) REFERENCES assistants.prompts(team_id, id) ON DELETE CASCADE;

--
-- Name: prompts prompts_category_id_fkey; Type: FK CONSTRAINT; Schema: assistants; Owner: -
--

ALTER TABLE ONLY assistants.prompts
    ADD CONSTRAINT prompts_category_id_fkey FOREIGN KEY (category_id) REFERENCES assistants.categories(id) ON DELETE RESTRICT;

--
-- Name: prompts prompts_model_id_fkey; Type: FK CONSTRAINT; Schema: assistants; Owner: -
--

ALTER TABLE ONLY assistants.prompts
    ADD CONSTRAINT prompts_model_id_fkey FOREIGN KEY (model_id) REFERENCES model_registry.models(id) ON DELETE CASCADE;

--
-- Name: prompts prompts_team_id_fkey; Type: FK CONSTRAINT; Schema: assistants; Owner: -
--

ALTER TABLE ONLY assistants.prompts
    ADD CONSTRAINT prompts_team_id_fkey FOREIGN KEY (team_id) REFERENCES iam.teams(id) ON DELETE CASCADE;

--
-- Name: prompts prompts_team_id_image_icon_object_id_fkey; Type: FK CONSTRAINT; Schema: assistants; Owner: -
--

ALTER TABLE ONLY assistants.prompts
    ADD CONSTRAINT prompts_team_id_image_icon_object_id_fkey FOREIGN KEY (team_id, image_icon_object_id) REFERENCES storage.objects(team_id, id) ON DELETE SET NULL (image_icon_object_id);

--
-- Name: automation_cron_triggers automation_cron_triggers_team_id_prompt_id_fkey; Type: FK CONSTRAINT; Schema: automation; Owner: -
--

ALTER TABLE ONLY automation.automation_cron_triggers
    ADD CONSTRAINT automation_cron_triggers_team_id_prompt_id_fkey FOREIGN KEY (team_id, prompt_id) REFERENCES assistants.prompts(team_id, id) ON DELETE CASCADE;

--
-- Name: automation_runs automation_runs_team_id_prompt_id_fkey; Type: FK CONSTRAINT; Schema: automation; Owner: -
--

ALTER TABLE ONLY automation.automation_runs
    ADD CONSTRAINT automation_runs_team_id_prompt_id_fkey FOREIGN KEY (team_id, prompt_id) REFERENCES assistants.prompts(team_id, id) ON DELETE CASCADE;

--
-- Name: automation_webhook_triggers automation_webhook_triggers_team_id_prompt_id_fkey; Type: FK CONSTRAINT; Schema: automation; Owner: -
--

ALTER TABLE ONLY automation.automation_webhook_triggers
    ADD CONSTRAINT automation_webhook_triggers_team_id_prompt_id_fkey FOREIGN KEY (team_id, prompt_id) REFERENCES assistants.prompts(team_id, id) ON DELETE CASCADE;

--
-- Name: api_keys api_keys_prompt_id_fkey; Type: FK CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.api_keys
    ADD CONSTRAINT api_keys_prompt_id_fkey FOREIGN KEY (prompt_id) REFERENCES assistants.prompts(id) ON DELETE CASCADE;

--
-- Name: api_keys api_keys_team_id_fkey; Type: FK CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.api_keys
    ADD CONSTRAINT api_keys_team_id_fkey FOREIGN KEY (team_id) REFERENCES iam.teams(id) ON DELETE CASCADE;

--
-- Name: api_keys api_keys_user_id_fkey; Type: FK CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.api_keys
    ADD CONSTRAINT api_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES iam.users(id) ON DELETE CASCADE;

--
-- Name: group_members group_members_group_id_fkey; Type: FK CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.group_members
    ADD CONSTRAINT group_members_group_id_fkey FOREIGN KEY (group_id) REFERENCES iam.groups(id) ON DELETE CASCADE;

--
-- Name: group_members group_members_user_id_fkey; Type: FK CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.group_members
    ADD CONSTRAINT group_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES iam.users(id) ON DELETE CASCADE;

--
-- Name: invitations invitations_team_id_fkey; Type: FK CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.invitations
    ADD CONSTRAINT invitations_team_id_fkey FOREIGN KEY (team_id) REFERENCES iam.teams(id) ON DELETE CASCADE;

--
-- Name: permission_grants permission_grants_user_id_fkey; Type: FK CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.permission_grants
    ADD CONSTRAINT permission_grants_user_id_fkey FOREIGN KEY (user_id) REFERENCES iam.users(id) ON DELETE CASCADE;

--
-- Name: team_users team_users_team_id_fkey; Type: FK CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.team_users
    ADD CONSTRAINT team_users_team_id_fkey FOREIGN KEY (team_id) REFERENCES iam.teams(id) ON DELETE CASCADE;

--
-- Name: team_users team_users_user_id_fkey; Type: FK CONSTRAINT; Schema: iam; Owner: -
--

ALTER TABLE ONLY iam.team_users
    ADD CONSTRAINT team_users_user_id_fkey FOREIGN KEY (user_id) REFERENCES iam.users(id) ON DELETE CASCADE;

--
-- Name: api_key_connections api_key_connections_integration_id_fkey; Type: FK CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.api_key_connections
    ADD CONSTRAINT api_key_connections_integration_id_fkey FOREIGN KEY (integration_id) REFERENCES integrations.integrations(id) ON DELETE CASCADE;

--
-- Name: api_key_connections api_key_connections_team_id_fkey; Type: FK CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.api_key_connections
    ADD CONSTRAINT api_key_connections_team_id_fkey FOREIGN KEY (team_id) REFERENCES iam.teams(id) ON DELETE CASCADE;

--
-- Name: api_key_connections api_key_connections_user_id_fkey; Type: FK CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.api_key_connections
    ADD CONSTRAINT api_key_connections_user_id_fkey FOREIGN KEY (user_id) REFERENCES iam.users(id) ON DELETE CASCADE;

--
-- Name: credential_tokens credential_tokens_credential_id_fkey; Type: FK CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.credential_tokens
    ADD CONSTRAINT credential_tokens_credential_id_fkey FOREIGN KEY (credential_id) REFERENCES integrations.credentials(id) ON DELETE CASCADE;

--
-- Name: integrations integrations_created_by_fkey; Type: FK CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.integrations
    ADD CONSTRAINT integrations_created_by_fkey FOREIGN KEY (created_by) REFERENCES iam.users(id) ON DELETE CASCADE;

--
-- Name: integrations integrations_team_id_fkey; Type: FK CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.integrations
    ADD CONSTRAINT integrations_team_id_fkey FOREIGN KEY (team_id) REFERENCES iam.teams(id) ON DELETE CASCADE;

--
-- Name: oauth2_connections oauth2_connections_integration_id_fkey; Type: FK CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.oauth2_connections
    ADD CONSTRAINT oauth2_connections_integration_id_fkey FOREIGN KEY (integration_id) REFERENCES integrations.integrations(id) ON DELETE CASCADE;

--
-- Name: oauth2_connections oauth2_connections_team_id_fkey; Type: FK CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.oauth2_connections
    ADD CONSTRAINT oauth2_connections_team_id_fkey FOREIGN KEY (team_id) REFERENCES iam.teams(id) ON DELETE CASCADE;

--
-- Name: oauth2_connections oauth2_connections_user_id_fkey; Type: FK CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.oauth2_connections
    ADD CONSTRAINT oauth2_connections_user_id_fkey FOREIGN KEY (user_id) REFERENCES iam.users(id) ON DELETE CASCADE;

--
-- Name: openapi_spec_api_keys openapi_spec_api_keys_openapi_spec_id_fkey; Type: FK CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.openapi_spec_api_keys
    ADD CONSTRAINT openapi_spec_api_keys_openapi_spec_id_fkey FOREIGN KEY (openapi_spec_id) REFERENCES integrations.openapi_specs(id) ON DELETE CASCADE;

--
-- Name: openapi_spec_selections openapi_spec_selections_openapi_spec_id_fkey; Type: FK CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.openapi_spec_selections
    ADD CONSTRAINT openapi_spec_selections_openapi_spec_id_fkey FOREIGN KEY (openapi_spec_id) REFERENCES integrations.openapi_specs(id) ON DELETE CASCADE;

--
-- Name: prompt_integration prompt_integration_api_connection_fkey; Type: FK CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.prompt_integration
    ADD CONSTRAINT prompt_integration_api_connection_fkey FOREIGN KEY (team_id, integration_id, api_connection_id) REFERENCES integrations.api_key_connections(team_id, integration_id, id) ON DELETE CASCADE;

--
-- Name: prompt_integration prompt_integration_integration_id_fkey; Type: FK CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.prompt_integration
    ADD CONSTRAINT prompt_integration_integration_id_fkey FOREIGN KEY (integration_id) REFERENCES integrations.integrations(id) ON DELETE CASCADE;

--
-- Name: prompt_integration prompt_integration_oauth2_connection_fkey; Type: FK CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.prompt_integration
    ADD CONSTRAINT prompt_integration_oauth2_connection_fkey FOREIGN KEY (team_id, integration_id, oauth2_connection_id) REFERENCES integrations.oauth2_connections(team_id, integration_id, id) ON DELETE CASCADE;

--
-- Name: prompt_integration prompt_integration_team_id_prompt_id_fkey; Type: FK CONSTRAINT; Schema: integrations; Owner: -
--

ALTER TABLE ONLY integrations.prompt_integration
    ADD CONSTRAINT prompt_integration_team_id_prompt_id_fkey FOREIGN KEY (team_id, prompt_id) REFERENCES assistants.prompts(team_id, id) ON DELETE CASCADE;

--
-- Name: api_chats api_chats_api_key_id_fkey; Type: FK CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.api_chats
    ADD CONSTRAINT api_chats_api_key_id_fkey FOREIGN KEY (team_id, user_id, api_key_id) REFERENCES iam.api_keys(team_id, user_id, id) ON DELETE CASCADE;

--
-- Name: chats_attachments chats_attachments_chat_id_fkey; Type: FK CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.chats_attachments
    ADD CONSTRAINT chats_attachments_chat_id_fkey FOREIGN KEY (team_id, user_id, chat_id) REFERENCES llm.chats(team_id, user_id, id) ON DELETE CASCADE;

--
-- Name: chats_attachments chats_attachments_object_id_fkey; Type: FK CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.chats_attachments
    ADD CONSTRAINT chats_attachments_object_id_fkey FOREIGN KEY (team_id, object_id) REFERENCES storage.objects(team_id, id) ON DELETE CASCADE;

--
-- Name: chats chats_automation_run_id_fkey; Type: FK CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.chats
    ADD CONSTRAINT chats_automation_run_id_fkey FOREIGN KEY (team_id, automation_run_id) REFERENCES automation.automation_runs(team_id, id);

--
-- Name: chats chats_conversation_id_fkey; Type: FK CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.chats
    ADD CONSTRAINT chats_conversation_id_fkey FOREIGN KEY (team_id, user_id, conversation_id) REFERENCES llm.conversations(team_id, user_id, id) ON DELETE CASCADE;

--
-- Name: chats chats_prompt_id_fkey; Type: FK CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.chats
    ADD CONSTRAINT chats_prompt_id_fkey FOREIGN KEY (prompt_id) REFERENCES assistants.prompts(id) ON DELETE CASCADE;

--
-- Name: conversations conversations_project_id_fkey; Type: FK CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.conversations
    ADD CONSTRAINT conversations_project_id_fkey FOREIGN KEY (project_id) REFERENCES assistants.projects(id) ON DELETE SET NULL;

--
-- Name: conversations conversations_team_id_fkey; Type: FK CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.conversations
    ADD CONSTRAINT conversations_team_id_fkey FOREIGN KEY (team_id) REFERENCES iam.teams(id) ON DELETE CASCADE;

--
-- Name: conversations conversations_user_id_fkey; Type: FK CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.conversations
    ADD CONSTRAINT conversations_user_id_fkey FOREIGN KEY (user_id) REFERENCES iam.users(id) ON DELETE CASCADE;

--
-- Name: prompt_flags prompt_flags_chat_id_fkey; Type: FK CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.prompt_flags
    ADD CONSTRAINT prompt_flags_chat_id_fkey FOREIGN KEY (team_id, user_id, chat_id) REFERENCES llm.chats(team_id, user_id, id) ON DELETE CASCADE;

--
-- Name: rate_limits rate_limits_api_key_id_fkey; Type: FK CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.rate_limits
    ADD CONSTRAINT rate_limits_api_key_id_fkey FOREIGN KEY (api_key_id) REFERENCES iam.api_keys(id) ON DELETE CASCADE;

--
-- Name: token_usage_metrics token_usage_metrics_api_key_id_fkey; Type: FK CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.token_usage_metrics
    ADD CONSTRAINT token_usage_metrics_api_key_id_fkey FOREIGN KEY (team_id, user_id, api_key_id) REFERENCES iam.api_keys(team_id, user_id, id) ON DELETE CASCADE;

--
-- Name: token_usage_metrics token_usage_metrics_chat_id_fkey; Type: FK CONSTRAINT; Schema: llm; Owner: -
--

ALTER TABLE ONLY llm.token_usage_metrics
    ADD CONSTRAINT token_usage_metrics_chat_id_fkey FOREIGN KEY (team_id, user_id, chat_id) REFERENCES llm.chats(team_id, user_id, id) ON DELETE CASCADE;

--
-- Name: abilities abilities_channel_id_fkey; Type: FK CONSTRAINT; Schema: model_registry; Owner: -
--

ALTER TABLE ONLY model_registry.abilities
    ADD CONSTRAINT abilities_channel_id_fkey FOREIGN KEY (channel_id) REFERENCES model_registry.channels(id) ON DELETE CASCADE;

--
-- Name: abilities abilities_group_id_fkey; Type: FK CONSTRAINT; Schema: model_registry; Owner: -
--

ALTER TABLE ONLY model_registry.abilities
    ADD CONSTRAINT abilities_group_id_fkey FOREIGN KEY (group_id) REFERENCES iam.groups(id) ON DELETE CASCADE;

--
-- Name: model_capabilities model_capabilities_model_id_fkey; Type: FK CONSTRAINT; Schema: model_registry; Owner: -
--

ALTER TABLE ONLY model_registry.model_capabilities
    ADD CONSTRAINT model_capabilities_model_id_fkey FOREIGN KEY (model_id) REFERENCES model_registry.models(id) ON DELETE CASCADE;

--
-- Name: settings settings_owner_user_id_fkey; Type: FK CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.settings
    ADD CONSTRAINT settings_owner_user_id_fkey FOREIGN KEY (owner_user_id) REFERENCES iam.users(id) ON DELETE CASCADE;

--
-- Name: chunks_chats chunks_chats_chat_id_fkey; Type: FK CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.chunks_chats
    ADD CONSTRAINT chunks_chats_chat_id_fkey FOREIGN KEY (team_id, user_id, chat_id) REFERENCES llm.chats(team_id, user_id, id) ON DELETE CASCADE;

--
-- Name: chunks_chats chunks_chats_chunk_id_fkey; Type: FK CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.chunks_chats
    ADD CONSTRAINT chunks_chats_chunk_id_fkey FOREIGN KEY (chunk_id) REFERENCES rag.chunks(id) ON DELETE CASCADE;

--
-- Name: chunks chunks_team_id_dataset_id_document_id_fkey; Type: FK CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.chunks
    ADD CONSTRAINT chunks_team_id_dataset_id_document_id_fkey FOREIGN KEY (team_id, dataset_id, document_id) REFERENCES rag.documents(team_id, dataset_id, id) ON DELETE CASCADE;

--
-- Name: datasets datasets_embeddings_model_id_fkey; Type: FK CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.datasets
    ADD CONSTRAINT datasets_embeddings_model_id_fkey FOREIGN KEY (embeddings_model_id) REFERENCES model_registry.models(id) ON DELETE CASCADE;

--
-- Name: datasets datasets_team_id_fkey; Type: FK CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.datasets
    ADD CONSTRAINT datasets_team_id_fkey FOREIGN KEY (team_id) REFERENCES iam.teams(id) ON DELETE CASCADE;

--
-- Name: document_pipelines document_pipelines_team_id_dataset_id_fkey; Type: FK CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.document_pipelines
    ADD CONSTRAINT document_pipelines_team_id_dataset_id_fkey FOREIGN KEY (team_id, dataset_id) REFERENCES rag.datasets(team_id, id) ON DELETE CASCADE;

--
-- Name: document_pipelines document_pipelines_team_id_fkey; Type: FK CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.document_pipelines
    ADD CONSTRAINT document_pipelines_team_id_fkey FOREIGN KEY (team_id) REFERENCES iam.teams(id) ON DELETE CASCADE;

--
-- Name: document_pipelines document_pipelines_user_id_fkey; Type: FK CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.document_pipelines
    ADD CONSTRAINT document_pipelines_user_id_fkey FOREIGN KEY (user_id) REFERENCES iam.users(id) ON DELETE CASCADE;

--
-- Name: documents documents_team_id_dataset_id_fkey; Type: FK CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.documents
    ADD CONSTRAINT documents_team_id_dataset_id_fkey FOREIGN KEY (team_id, dataset_id) REFERENCES rag.datasets(team_id, id) ON DELETE CASCADE;

--
-- Name: documents documents_team_id_object_id_fkey; Type: FK CONSTRAINT; Schema: rag; Owner: -
--

ALTER TABLE ONLY rag.documents
    ADD CONSTRAINT documents_team_id_object_id_fkey FOREIGN KEY (team_id, object_id) REFERENCES storage.objects(team_id, id) ON DELETE SET NULL (object_id);

--
-- Name: objects objects_created_by_fkey; Type: FK CONSTRAINT; Schema: storage; Owner: -
--

ALTER TABLE ONLY storage.objects
    ADD CONSTRAINT objects_created_by_fkey FOREIGN KEY (created_by) REFERENCES iam.users(id) ON DELETE CASCADE;

--
-- Name: objects objects_team_id_fkey; Type: FK CONSTRAINT; Schema: storage; Owner: -
--

ALTER TABLE ONLY storage.objects
    ADD CONSTRAINT objects_team_id_fkey FOREIGN KEY (team_id) REFERENCES iam.teams(id) ON DELETE CASCADE;

--
-- Name: categories administrators_write; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY administrators_write ON assistants.categories TO application_user USING (( SELECT iam.is_system_admin() AS is_system_admin)) WITH CHECK (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: categories; Type: ROW SECURITY; Schema: assistants; Owner: -
--

ALTER TABLE assistants.categories ENABLE ROW LEVEL SECURITY;

--
-- Name: prompts company_wide_needs_permission; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY company_wide_needs_permission ON assistants.prompts AS RESTRICTIVE FOR INSERT TO application_user WITH CHECK (((visibility <> 'Company'::public.visibility) OR (team_id = ANY (ARRAY( SELECT iam.team_ids_with('MakeAssistantPublic'::iam.permission) AS team_ids_with)))));

--
-- Name: prompts company_wide_needs_permission_on_update; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY company_wide_needs_permission_on_update ON assistants.prompts AS RESTRICTIVE FOR UPDATE TO application_user USING (true) WITH CHECK (((visibility <> 'Company'::public.visibility) OR (team_id = ANY (ARRAY( SELECT iam.team_ids_with('MakeAssistantPublic'::iam.permission) AS team_ids_with)))));

--
-- Name: projects dataset_is_seen; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY dataset_is_seen ON assistants.projects AS RESTRICTIVE FOR INSERT TO application_user WITH CHECK ((EXISTS ( SELECT
   FROM rag.datasets d
  WHERE (d.id = projects.dataset_id))));

--
-- Name: prompt_dataset dataset_is_shared; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY dataset_is_shared ON assistants.prompt_dataset AS RESTRICTIVE FOR INSERT TO application_user, application_system WITH CHECK ((EXISTS ( SELECT
   FROM rag.datasets d
  WHERE ((d.id = prompt_dataset.dataset_id) AND ((d.team_id = prompt_dataset.team_id) OR (d.visibility = 'Company'::public.visibility))))));

--
-- Name: prompt_dataset dataset_is_shared_on_update; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY dataset_is_shared_on_update ON assistants.prompt_dataset AS RESTRICTIVE FOR UPDATE TO application_user, application_system USING (true) WITH CHECK ((EXISTS ( SELECT
   FROM rag.datasets d
  WHERE ((d.id = prompt_dataset.dataset_id) AND ((d.team_id = prompt_dataset.team_id) OR (d.visibility = 'Company'::public.visibility))))));

--
-- Name: categories everyone_reads; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY everyone_reads ON assistants.categories FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_signed_in() AS is_signed_in));

--
-- Name: projects everyone_reads_company_wide; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY everyone_reads_company_wide ON assistants.projects FOR SELECT TO application_user, application_readonly USING (((visibility = 'Company'::public.visibility) AND ( SELECT iam.is_signed_in() AS is_signed_in)));

--
-- Name: prompts everyone_reads_company_wide; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY everyone_reads_company_wide ON assistants.prompts FOR SELECT TO application_user, application_readonly USING (((visibility = 'Company'::public.visibility) AND ( SELECT iam.is_signed_in() AS is_signed_in)));

--
-- Name: prompt_dataset members_delete; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY members_delete ON assistants.prompt_dataset FOR DELETE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = prompt_dataset.prompt_id)))));

--
-- Name: prompts members_delete; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY members_delete ON assistants.prompts FOR DELETE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND ((visibility <> 'Private'::public.visibility) OR (created_by = ( SELECT iam.current_user_id() AS current_user_id)))));

--
-- Name: prompt_dataset members_insert; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY members_insert ON assistants.prompt_dataset FOR INSERT TO application_user WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = prompt_dataset.prompt_id)))));

--
-- Name: prompts members_insert; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY members_insert ON assistants.prompts FOR INSERT TO application_user WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (created_by = ( SELECT iam.current_user_id() AS current_user_id))));

--
-- Name: projects members_read; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY members_read ON assistants.projects FOR SELECT TO application_user, application_readonly USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND ((visibility <> 'Private'::public.visibility) OR (created_by = ( SELECT iam.current_user_id() AS current_user_id)))));

--
-- Name: prompts members_read; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY members_read ON assistants.prompts FOR SELECT TO application_user, application_readonly USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND ((visibility <> 'Private'::public.visibility) OR (created_by = ( SELECT iam.current_user_id() AS current_user_id)))));

--
-- Name: prompts members_update; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY members_update ON assistants.prompts FOR UPDATE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND ((visibility <> 'Private'::public.visibility) OR (created_by = ( SELECT iam.current_user_id() AS current_user_id))))) WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND ((visibility <> 'Private'::public.visibility) OR (created_by = ( SELECT iam.current_user_id() AS current_user_id)))));

--
-- Name: projects project_managers_delete; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY project_managers_delete ON assistants.projects FOR DELETE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageProjects'::iam.permission) AS team_ids_with))) AND ((visibility <> 'Private'::public.visibility) OR (created_by = ( SELECT iam.current_user_id() AS current_user_id)))));

--
-- Name: projects project_managers_insert; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY project_managers_insert ON assistants.projects FOR INSERT TO application_user WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageProjects'::iam.permission) AS team_ids_with))) AND (created_by = ( SELECT iam.current_user_id() AS current_user_id))));

--
-- Name: projects project_managers_update; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY project_managers_update ON assistants.projects FOR UPDATE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageProjects'::iam.permission) AS team_ids_with))) AND ((visibility <> 'Private'::public.visibility) OR (created_by = ( SELECT iam.current_user_id() AS current_user_id))))) WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageProjects'::iam.permission) AS team_ids_with))) AND ((visibility <> 'Private'::public.visibility) OR (created_by = ( SELECT iam.current_user_id() AS current_user_id)))));

--
-- Name: projects; Type: ROW SECURITY; Schema: assistants; Owner: -
--

ALTER TABLE assistants.projects ENABLE ROW LEVEL SECURITY;

--
-- Name: prompt_dataset; Type: ROW SECURITY; Schema: assistants; Owner: -
--

ALTER TABLE assistants.prompt_dataset ENABLE ROW LEVEL SECURITY;

--
-- Name: prompts; Type: ROW SECURITY; Schema: assistants; Owner: -
--

ALTER TABLE assistants.prompts ENABLE ROW LEVEL SECURITY;

--
-- Name: prompt_dataset readers_of_prompt_read; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY readers_of_prompt_read ON assistants.prompt_dataset FOR SELECT TO application_user, application_readonly USING ((EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = prompt_dataset.prompt_id))));

--
-- Name: categories system; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY system ON assistants.categories TO application_system USING (true) WITH CHECK (true);

--
-- Name: projects system; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY system ON assistants.projects TO application_system USING (true) WITH CHECK (true);

--
-- Name: prompt_dataset system; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY system ON assistants.prompt_dataset TO application_system USING (true) WITH CHECK (true);

--
-- Name: prompts system; Type: POLICY; Schema: assistants; Owner: -
--

CREATE POLICY system ON assistants.prompts TO application_system USING (true) WITH CHECK (true);

--
-- Name: automation_cron_triggers; Type: ROW SECURITY; Schema: automation; Owner: -
--

ALTER TABLE automation.automation_cron_triggers ENABLE ROW LEVEL SECURITY;

--
-- Name: automation_runs; Type: ROW SECURITY; Schema: automation; Owner: -
--

ALTER TABLE automation.automation_runs ENABLE ROW LEVEL SECURITY;

--
-- Name: automation_webhook_triggers; Type: ROW SECURITY; Schema: automation; Owner: -
--

ALTER TABLE automation.automation_webhook_triggers ENABLE ROW LEVEL SECURITY;

--
-- Name: automation_cron_triggers members_delete; Type: POLICY; Schema: automation; Owner: -
--

CREATE POLICY members_delete ON automation.automation_cron_triggers FOR DELETE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = automation_cron_triggers.prompt_id)))));

--
-- Name: automation_runs members_delete; Type: POLICY; Schema: automation; Owner: -
--

CREATE POLICY members_delete ON automation.automation_runs FOR DELETE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = automation_runs.prompt_id)))));

--
-- Name: automation_webhook_triggers members_delete; Type: POLICY; Schema: automation; Owner: -
--

CREATE POLICY members_delete ON automation.automation_webhook_triggers FOR DELETE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = automation_webhook_triggers.prompt_id)))));

--
-- Name: automation_cron_triggers members_insert; Type: POLICY; Schema: automation; Owner: -
--

CREATE POLICY members_insert ON automation.automation_cron_triggers FOR INSERT TO application_user WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = automation_cron_triggers.prompt_id)))));

--
-- Name: automation_runs members_insert; Type: POLICY; Schema: automation; Owner: -
--

CREATE POLICY members_insert ON automation.automation_runs FOR INSERT TO application_user WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = automation_runs.prompt_id)))));

--
-- Name: automation_webhook_triggers members_insert; Type: POLICY; Schema: automation; Owner: -
--

CREATE POLICY members_insert ON automation.automation_webhook_triggers FOR INSERT TO application_user WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = automation_webhook_triggers.prompt_id)))));

--
-- Name: automation_cron_triggers members_read; Type: POLICY; Schema: automation; Owner: -
--

CREATE POLICY members_read ON automation.automation_cron_triggers FOR SELECT TO application_user, application_readonly USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = automation_cron_triggers.prompt_id)))));

--
-- Name: automation_runs members_read; Type: POLICY; Schema: automation; Owner: -
--

CREATE POLICY members_read ON automation.automation_runs FOR SELECT TO application_user, application_readonly USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = automation_runs.prompt_id)))));

--
-- Name: automation_webhook_triggers members_read; Type: POLICY; Schema: automation; Owner: -
--

CREATE POLICY members_read ON automation.automation_webhook_triggers FOR SELECT TO application_user, application_readonly USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = automation_webhook_triggers.prompt_id)))));

--
-- Name: automation_cron_triggers members_update; Type: POLICY; Schema: automation; Owner: -
--

CREATE POLICY members_update ON automation.automation_cron_triggers FOR UPDATE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = automation_cron_triggers.prompt_id))))) WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = automation_cron_triggers.prompt_id)))));

--
-- Name: automation_runs members_update; Type: POLICY; Schema: automation; Owner: -
--

CREATE POLICY members_update ON automation.automation_runs FOR UPDATE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = automation_runs.prompt_id))) AND (status = 'Pending'::automation.automation_run_status))) WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = automation_runs.prompt_id))) AND (status = 'Pending'::automation.automation_run_status)));

--
-- Name: automation_webhook_triggers members_update; Type: POLICY; Schema: automation; Owner: -
--

CREATE POLICY members_update ON automation.automation_webhook_triggers FOR UPDATE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = automation_webhook_triggers.prompt_id))))) WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE (p.id = automation_webhook_triggers.prompt_id)))));

--
-- Name: automation_cron_triggers system; Type: POLICY; Schema: automation; Owner: -
--

CREATE POLICY system ON automation.automation_cron_triggers TO application_system USING (true) WITH CHECK (true);

--
-- Name: automation_runs system; Type: POLICY; Schema: automation; Owner: -
--

CREATE POLICY system ON automation.automation_runs TO application_system USING (true) WITH CHECK (true);

--
-- Name: automation_webhook_triggers system; Type: POLICY; Schema: automation; Owner: -
--

CREATE POLICY system ON automation.automation_webhook_triggers TO application_system USING (true) WITH CHECK (true);

--
-- Name: users administrators_delete; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY administrators_delete ON iam.users FOR DELETE TO application_user USING (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: group_members administrators_read; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY administrators_read ON iam.group_members FOR SELECT TO application_readonly USING (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: permission_grants administrators_read; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY administrators_read ON iam.permission_grants FOR SELECT TO application_readonly USING (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: users administrators_read; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY administrators_read ON iam.users FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: users administrators_update; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY administrators_update ON iam.users FOR UPDATE TO application_user USING (( SELECT iam.is_system_admin() AS is_system_admin)) WITH CHECK (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: group_members administrators_write; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY administrators_write ON iam.group_members TO application_user USING (( SELECT iam.is_system_admin() AS is_system_admin)) WITH CHECK (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: groups administrators_write; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY administrators_write ON iam.groups TO application_user USING (( SELECT iam.is_system_admin() AS is_system_admin)) WITH CHECK (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: permission_grants administrators_write; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY administrators_write ON iam.permission_grants TO application_user USING (( SELECT iam.is_system_admin() AS is_system_admin)) WITH CHECK (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: api_keys; Type: ROW SECURITY; Schema: iam; Owner: -
--

ALTER TABLE iam.api_keys ENABLE ROW LEVEL SECURITY;

--
-- Name: groups everyone_reads; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY everyone_reads ON iam.groups FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_signed_in() AS is_signed_in));

--
-- Name: roles_permissions everyone_reads; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY everyone_reads ON iam.roles_permissions FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_signed_in() AS is_signed_in));

--
-- Name: permission_grants grantee_reads; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY grantee_reads ON iam.permission_grants FOR SELECT TO application_user, application_readonly USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND ( SELECT iam.is_signed_in() AS is_signed_in)));

--
-- Name: group_members; Type: ROW SECURITY; Schema: iam; Owner: -
--

ALTER TABLE iam.group_members ENABLE ROW LEVEL SECURITY;

--
-- Name: groups; Type: ROW SECURITY; Schema: iam; Owner: -
--

ALTER TABLE iam.groups ENABLE ROW LEVEL SECURITY;

--
-- Name: permission_grants holders_of_role_read; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY holders_of_role_read ON iam.permission_grants FOR SELECT TO application_user, application_readonly USING ((role = ANY (ARRAY( SELECT iam.current_roles() AS current_roles))));

--
-- Name: invitations; Type: ROW SECURITY; Schema: iam; Owner: -
--

ALTER TABLE iam.invitations ENABLE ROW LEVEL SECURITY;

--
-- Name: invitations invited_people_delete; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY invited_people_delete ON iam.invitations FOR DELETE TO application_user USING ((lower((email)::text) = ( SELECT iam.current_email() AS current_email)));

--
-- Name: invitations invited_people_read; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY invited_people_read ON iam.invitations FOR SELECT TO application_user, application_readonly USING ((lower((email)::text) = ( SELECT iam.current_email() AS current_email)));

--
-- Name: teams invited_people_read; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY invited_people_read ON iam.teams FOR SELECT TO application_user, application_readonly USING ((id = ANY (ARRAY( SELECT iam.inviting_team_ids() AS inviting_team_ids))));

--
-- Name: invitations inviters_delete; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY inviters_delete ON iam.invitations FOR DELETE TO application_user USING ((team_id = ANY (ARRAY( SELECT iam.team_ids_with('InvitePeopleToTeam'::iam.permission) AS team_ids_with))));

--
-- Name: invitations inviters_insert; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY inviters_insert ON iam.invitations FOR INSERT TO application_user WITH CHECK ((team_id = ANY (ARRAY( SELECT iam.team_ids_with('InvitePeopleToTeam'::iam.permission) AS team_ids_with))));

--
-- Name: api_keys managers_delete; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY managers_delete ON iam.api_keys FOR DELETE TO application_user USING ((team_id = ANY (ARRAY( SELECT iam.managed_team_ids() AS managed_team_ids))));

--
-- Name: team_users managers_delete; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY managers_delete ON iam.team_users FOR DELETE TO application_user USING ((team_id = ANY (ARRAY( SELECT iam.managed_team_ids() AS managed_team_ids))));

--
-- Name: teams managers_delete; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY managers_delete ON iam.teams FOR DELETE TO application_user USING ((id = ANY (ARRAY( SELECT iam.managed_team_ids() AS managed_team_ids))));

--
-- Name: team_users managers_insert; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY managers_insert ON iam.team_users FOR INSERT TO application_user WITH CHECK ((team_id = ANY (ARRAY( SELECT iam.managed_team_ids() AS managed_team_ids))));

--
-- Name: api_keys managers_update; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY managers_update ON iam.api_keys FOR UPDATE TO application_user USING ((team_id = ANY (ARRAY( SELECT iam.managed_team_ids() AS managed_team_ids)))) WITH CHECK ((team_id = ANY (ARRAY( SELECT iam.managed_team_ids() AS managed_team_ids))));

--
-- Name: team_users managers_update; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY managers_update ON iam.team_users FOR UPDATE TO application_user USING ((team_id = ANY (ARRAY( SELECT iam.managed_team_ids() AS managed_team_ids)))) WITH CHECK ((team_id = ANY (ARRAY( SELECT iam.managed_team_ids() AS managed_team_ids))));

--
-- Name: teams managers_update; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY managers_update ON iam.teams FOR UPDATE TO application_user USING ((id = ANY (ARRAY( SELECT iam.managed_team_ids() AS managed_team_ids)))) WITH CHECK ((id = ANY (ARRAY( SELECT iam.managed_team_ids() AS managed_team_ids))));

--
-- Name: team_users member_leaves; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY member_leaves ON iam.team_users FOR DELETE TO application_user USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND ( SELECT iam.is_signed_in() AS is_signed_in) AND (team_id = COALESCE(( SELECT iam.current_team_id() AS current_team_id), team_id))));

--
-- Name: group_members member_reads; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY member_reads ON iam.group_members FOR SELECT TO application_user, application_readonly USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND ( SELECT iam.is_signed_in() AS is_signed_in)));

--
-- Name: api_keys members_read; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY members_read ON iam.api_keys FOR SELECT TO application_user, application_readonly USING ((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))));

--
-- Name: invitations members_read; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY members_read ON iam.invitations FOR SELECT TO application_user, application_readonly USING ((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))));

--
-- Name: team_users members_read; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY members_read ON iam.team_users FOR SELECT TO application_user, application_readonly USING ((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))));

--
-- Name: teams members_read; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY members_read ON iam.teams FOR SELECT TO application_user, application_readonly USING ((id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))));

--
-- Name: oauth_clients; Type: ROW SECURITY; Schema: iam; Owner: -
--

ALTER TABLE iam.oauth_clients ENABLE ROW LEVEL SECURITY;

--
-- Name: users people_read; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY people_read ON iam.users FOR SELECT TO application_user, application_readonly USING ((id = ANY (ARRAY( SELECT iam.visible_user_ids() AS visible_user_ids))));

--
-- Name: permission_grants; Type: ROW SECURITY; Schema: iam; Owner: -
--

ALTER TABLE iam.permission_grants ENABLE ROW LEVEL SECURITY;

--
-- Name: api_keys person_deletes; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY person_deletes ON iam.api_keys FOR DELETE TO application_user USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: api_keys person_inserts; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY person_inserts ON iam.api_keys FOR INSERT TO application_user WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.team_ids_with('CreateApiKeys'::iam.permission) AS team_ids_with)))));

--
-- Name: api_keys person_inserts_mcp_keys; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY person_inserts_mcp_keys ON iam.api_keys FOR INSERT TO application_user WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (prompt_id IS NULL) AND (team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageMcpKeys'::iam.permission) AS team_ids_with)))));

--
-- Name: team_users person_is_seen; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY person_is_seen ON iam.team_users AS RESTRICTIVE FOR INSERT TO application_user WITH CHECK ((EXISTS ( SELECT
   FROM iam.users u
  WHERE (u.id = team_users.user_id))));

--
-- Name: api_keys person_updates; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY person_updates ON iam.api_keys FOR UPDATE TO application_user USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))))) WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: users person_updates; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY person_updates ON iam.users FOR UPDATE TO application_user USING (((id = ( SELECT iam.current_user_id() AS current_user_id)) AND ( SELECT iam.is_signed_in() AS is_signed_in))) WITH CHECK (((id = ( SELECT iam.current_user_id() AS current_user_id)) AND ( SELECT iam.is_signed_in() AS is_signed_in)));

--
-- Name: api_keys prompt_is_shared; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY prompt_is_shared ON iam.api_keys AS RESTRICTIVE FOR INSERT TO application_user, application_system WITH CHECK (((prompt_id IS NULL) OR (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE ((p.id = api_keys.prompt_id) AND ((p.team_id = api_keys.team_id) OR (p.visibility = 'Company'::public.visibility)))))));

--
-- Name: api_keys prompt_is_shared_on_update; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY prompt_is_shared_on_update ON iam.api_keys AS RESTRICTIVE FOR UPDATE TO application_user USING (true) WITH CHECK (((prompt_id IS NULL) OR (status <> 'active'::text) OR (deleted_at IS NOT NULL) OR (EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE ((p.id = api_keys.prompt_id) AND ((p.team_id = api_keys.team_id) OR (p.visibility = 'Company'::public.visibility)))))));

--
-- Name: roles_permissions; Type: ROW SECURITY; Schema: iam; Owner: -
--

ALTER TABLE iam.roles_permissions ENABLE ROW LEVEL SECURITY;

--
-- Name: api_keys system; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY system ON iam.api_keys TO application_system USING (true) WITH CHECK (true);

--
-- Name: group_members system; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY system ON iam.group_members TO application_system USING (true) WITH CHECK (true);

--
-- Name: groups system; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY system ON iam.groups TO application_system USING (true) WITH CHECK (true);

--
-- Name: invitations system; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY system ON iam.invitations TO application_system USING (true) WITH CHECK (true);

--
-- Name: oauth_clients system; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY system ON iam.oauth_clients TO application_system USING (true) WITH CHECK (true);

--
-- Name: permission_grants system; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY system ON iam.permission_grants TO application_system USING (true) WITH CHECK (true);

--
-- Name: roles_permissions system; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY system ON iam.roles_permissions TO application_system USING (true) WITH CHECK (true);

--
-- Name: team_users system; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY system ON iam.team_users TO application_system USING (true) WITH CHECK (true);

--
-- Name: teams system; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY system ON iam.teams TO application_system USING (true) WITH CHECK (true);

--
-- Name: users system; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY system ON iam.users TO application_system USING (true) WITH CHECK (true);

--
-- Name: team_users; Type: ROW SECURITY; Schema: iam; Owner: -
--

ALTER TABLE iam.team_users ENABLE ROW LEVEL SECURITY;

--
-- Name: teams; Type: ROW SECURITY; Schema: iam; Owner: -
--

ALTER TABLE iam.teams ENABLE ROW LEVEL SECURITY;

--
-- Name: users; Type: ROW SECURITY; Schema: iam; Owner: -
--

ALTER TABLE iam.users ENABLE ROW LEVEL SECURITY;

--
-- Name: openapi_spec_selections administrators_write; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY administrators_write ON integrations.openapi_spec_selections TO application_user USING (( SELECT iam.is_system_admin() AS is_system_admin)) WITH CHECK (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: openapi_specs administrators_write; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY administrators_write ON integrations.openapi_specs TO application_user USING (( SELECT iam.is_system_admin() AS is_system_admin)) WITH CHECK (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: api_key_connections; Type: ROW SECURITY; Schema: integrations; Owner: -
--

ALTER TABLE integrations.api_key_connections ENABLE ROW LEVEL SECURITY;

--
-- Name: prompt_integration connection_is_visible; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY connection_is_visible ON integrations.prompt_integration AS RESTRICTIVE FOR INSERT TO application_user, application_system WITH CHECK ((((api_connection_id IS NULL) OR (EXISTS ( SELECT
   FROM integrations.api_key_connections c
  WHERE (c.id = prompt_integration.api_connection_id)))) AND ((oauth2_connection_id IS NULL) OR (EXISTS ( SELECT
   FROM integrations.oauth2_connections c
  WHERE (c.id = prompt_integration.oauth2_connection_id))))));

--
-- Name: prompt_integration connection_is_visible_on_update; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY connection_is_visible_on_update ON integrations.prompt_integration AS RESTRICTIVE FOR UPDATE TO application_user, application_system USING (true) WITH CHECK ((((api_connection_id IS NULL) OR (EXISTS ( SELECT
   FROM integrations.api_key_connections c
  WHERE (c.id = prompt_integration.api_connection_id)))) AND ((oauth2_connection_id IS NULL) OR (EXISTS ( SELECT
   FROM integrations.oauth2_connections c
  WHERE (c.id = prompt_integration.oauth2_connection_id))))));

--
-- Name: credential_tokens; Type: ROW SECURITY; Schema: integrations; Owner: -
--

ALTER TABLE integrations.credential_tokens ENABLE ROW LEVEL SECURITY;

--
-- Name: credentials; Type: ROW SECURITY; Schema: integrations; Owner: -
--

ALTER TABLE integrations.credentials ENABLE ROW LEVEL SECURITY;

--
-- Name: openapi_spec_selections everyone_reads; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY everyone_reads ON integrations.openapi_spec_selections FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_signed_in() AS is_signed_in));

--
-- Name: openapi_specs everyone_reads; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY everyone_reads ON integrations.openapi_specs FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_signed_in() AS is_signed_in));

--
-- Name: api_key_connections everyone_reads_company_wide; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY everyone_reads_company_wide ON integrations.api_key_connections FOR SELECT TO application_user, application_readonly USING (((visibility = 'Company'::public.visibility) AND ( SELECT iam.is_signed_in() AS is_signed_in)));

--
-- Name: integrations everyone_reads_company_wide; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY everyone_reads_company_wide ON integrations.integrations FOR SELECT TO application_user, application_readonly USING (((visibility = 'Company'::public.visibility) AND ( SELECT iam.is_signed_in() AS is_signed_in)));

--
-- Name: oauth2_connections everyone_reads_company_wide; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY everyone_reads_company_wide ON integrations.oauth2_connections FOR SELECT TO application_user, application_readonly USING (((visibility = 'Company'::public.visibility) AND ( SELECT iam.is_signed_in() AS is_signed_in)));

--
-- Name: api_key_connections integration_is_shared; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY integration_is_shared ON integrations.api_key_connections AS RESTRICTIVE FOR INSERT TO application_user, application_system WITH CHECK ((EXISTS ( SELECT
   FROM integrations.integrations i
  WHERE ((i.id = api_key_connections.integration_id) AND ((i.team_id = api_key_connections.team_id) OR (i.visibility = 'Company'::public.visibility))))));

--
-- Name: oauth2_connections integration_is_shared; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY integration_is_shared ON integrations.oauth2_connections AS RESTRICTIVE FOR INSERT TO application_user, application_system WITH CHECK ((EXISTS ( SELECT
   FROM integrations.integrations i
  WHERE ((i.id = oauth2_connections.integration_id) AND ((i.team_id = oauth2_connections.team_id) OR (i.visibility = 'Company'::public.visibility))))));

--
-- Name: prompt_integration integration_is_shared; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY integration_is_shared ON integrations.prompt_integration AS RESTRICTIVE FOR INSERT TO application_user, application_system WITH CHECK ((EXISTS ( SELECT
   FROM integrations.integrations i
  WHERE ((i.id = prompt_integration.integration_id) AND ((i.team_id = prompt_integration.team_id) OR (i.visibility = 'Company'::public.visibility))))));

--
-- Name: api_key_connections integration_is_shared_on_update; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY integration_is_shared_on_update ON integrations.api_key_connections AS RESTRICTIVE FOR UPDATE TO application_user USING (true) WITH CHECK ((EXISTS ( SELECT
   FROM integrations.integrations i
  WHERE ((i.id = api_key_connections.integration_id) AND ((i.team_id = api_key_connections.team_id) OR (i.visibility = 'Company'::public.visibility))))));

--
-- Name: oauth2_connections integration_is_shared_on_update; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY integration_is_shared_on_update ON integrations.oauth2_connections AS RESTRICTIVE FOR UPDATE TO application_user USING (true) WITH CHECK ((EXISTS ( SELECT
   FROM integrations.integrations i
  WHERE ((i.id = oauth2_connections.integration_id) AND ((i.team_id = oauth2_connections.team_id) OR (i.visibility = 'Company'::public.visibility))))));

--
-- Name: prompt_integration integration_is_shared_on_update; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY integration_is_shared_on_update ON integrations.prompt_integration AS RESTRICTIVE FOR UPDATE TO application_user, application_system USING (true) WITH CHECK ((EXISTS ( SELECT
   FROM integrations.integrations i
  WHERE ((i.id = prompt_integration.integration_id) AND ((i.team_id = prompt_integration.team_id) OR (i.visibility = 'Company'::public.visibility))))));

--
-- Name: integrations; Type: ROW SECURITY; Schema: integrations; Owner: -
--

ALTER TABLE integrations.integrations ENABLE ROW LEVEL SECURITY;

--
-- Name: api_key_connections managers_delete; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY managers_delete ON integrations.api_key_connections FOR DELETE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.managed_team_ids() AS managed_team_ids))) AND (visibility <> 'Private'::public.visibility)));

--
-- Name: oauth2_connections managers_delete; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY managers_delete ON integrations.oauth2_connections FOR DELETE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.managed_team_ids() AS managed_team_ids))) AND (visibility <> 'Private'::public.visibility)));

--
-- Name: integrations members_delete; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY members_delete ON integrations.integrations FOR DELETE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageIntegrations'::iam.permission) AS team_ids_with))) AND ((visibility <> 'Private'::public.visibility) OR (created_by = ( SELECT iam.current_user_id() AS current_user_id)))));

--
-- Name: prompt_integration members_delete; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY members_delete ON integrations.prompt_integration FOR DELETE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (prompt_id = ANY (ARRAY( SELECT p.id
   FROM assistants.prompts p)))));

--
-- Name: integrations members_insert; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY members_insert ON integrations.integrations FOR INSERT TO application_user WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageIntegrations'::iam.permission) AS team_ids_with))) AND (created_by = ( SELECT iam.current_user_id() AS current_user_id))));

--
-- Name: prompt_integration members_insert; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY members_insert ON integrations.prompt_integration FOR INSERT TO application_user WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (prompt_id = ANY (ARRAY( SELECT p.id
   FROM assistants.prompts p)))));

--
-- Name: api_key_connections members_read; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY members_read ON integrations.api_key_connections FOR SELECT TO application_user, application_readonly USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND ((visibility <> 'Private'::public.visibility) OR (user_id = ( SELECT iam.current_user_id() AS current_user_id)))));

--
-- Name: integrations members_read; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY members_read ON integrations.integrations FOR SELECT TO application_user, application_readonly USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND ((visibility <> 'Private'::public.visibility) OR (created_by = ( SELECT iam.current_user_id() AS current_user_id)))));

--
-- Name: oauth2_connections members_read; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY members_read ON integrations.oauth2_connections FOR SELECT TO application_user, application_readonly USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND ((visibility <> 'Private'::public.visibility) OR (user_id = ( SELECT iam.current_user_id() AS current_user_id)))));

--
-- Name: integrations members_update; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY members_update ON integrations.integrations FOR UPDATE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageIntegrations'::iam.permission) AS team_ids_with))) AND ((visibility <> 'Private'::public.visibility) OR (created_by = ( SELECT iam.current_user_id() AS current_user_id))))) WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageIntegrations'::iam.permission) AS team_ids_with))) AND ((visibility <> 'Private'::public.visibility) OR (created_by = ( SELECT iam.current_user_id() AS current_user_id)))));

--
-- Name: oauth2_connections; Type: ROW SECURITY; Schema: integrations; Owner: -
--

ALTER TABLE integrations.oauth2_connections ENABLE ROW LEVEL SECURITY;

--
-- Name: openapi_spec_api_keys; Type: ROW SECURITY; Schema: integrations; Owner: -
--

ALTER TABLE integrations.openapi_spec_api_keys ENABLE ROW LEVEL SECURITY;

--
-- Name: openapi_spec_selections; Type: ROW SECURITY; Schema: integrations; Owner: -
--

ALTER TABLE integrations.openapi_spec_selections ENABLE ROW LEVEL SECURITY;

--
-- Name: openapi_specs; Type: ROW SECURITY; Schema: integrations; Owner: -
--

ALTER TABLE integrations.openapi_specs ENABLE ROW LEVEL SECURITY;

--
-- Name: api_key_connections person_deletes; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY person_deletes ON integrations.api_key_connections FOR DELETE TO application_user USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: oauth2_connections person_deletes; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY person_deletes ON integrations.oauth2_connections FOR DELETE TO application_user USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: api_key_connections person_inserts; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY person_inserts ON integrations.api_key_connections FOR INSERT TO application_user WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: oauth2_connections person_inserts; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY person_inserts ON integrations.oauth2_connections FOR INSERT TO application_user WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: api_key_connections person_updates; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY person_updates ON integrations.api_key_connections FOR UPDATE TO application_user USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))))) WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: oauth2_connections person_updates; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY person_updates ON integrations.oauth2_connections FOR UPDATE TO application_user USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))))) WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: prompt_integration; Type: ROW SECURITY; Schema: integrations; Owner: -
--

ALTER TABLE integrations.prompt_integration ENABLE ROW LEVEL SECURITY;

--
-- Name: prompt_integration readers_of_prompt_read; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY readers_of_prompt_read ON integrations.prompt_integration FOR SELECT TO application_user, application_readonly USING ((prompt_id = ANY (ARRAY( SELECT p.id
   FROM assistants.prompts p))));

--
-- Name: api_key_connections system; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY system ON integrations.api_key_connections TO application_system USING (true) WITH CHECK (true);

--
-- Name: credential_tokens system; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY system ON integrations.credential_tokens TO application_system USING (true) WITH CHECK (true);

--
-- Name: credentials system; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY system ON integrations.credentials TO application_system USING (true) WITH CHECK (true);

--
-- Name: integrations system; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY system ON integrations.integrations TO application_system USING (true) WITH CHECK (true);

--
-- Name: oauth2_connections system; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY system ON integrations.oauth2_connections TO application_system USING (true) WITH CHECK (true);

--
-- Name: openapi_spec_api_keys system; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY system ON integrations.openapi_spec_api_keys TO application_system USING (true) WITH CHECK (true);

--
-- Name: openapi_spec_selections system; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY system ON integrations.openapi_spec_selections TO application_system USING (true) WITH CHECK (true);

--
-- Name: openapi_specs system; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY system ON integrations.openapi_specs TO application_system USING (true) WITH CHECK (true);

--
-- Name: prompt_integration system; Type: POLICY; Schema: integrations; Owner: -
--

CREATE POLICY system ON integrations.prompt_integration TO application_system USING (true) WITH CHECK (true);

--
-- Name: rate_limits administrators_read; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY administrators_read ON llm.rate_limits FOR SELECT TO application_readonly USING (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: request_log_bodies administrators_read; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY administrators_read ON llm.request_log_bodies FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: request_logs administrators_read; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY administrators_read ON llm.request_logs FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: token_usage_metrics administrators_read; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY administrators_read ON llm.token_usage_metrics FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: usage_stats administrators_read; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY administrators_read ON llm.usage_stats FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: rate_limits administrators_write; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY administrators_write ON llm.rate_limits TO application_user USING (( SELECT iam.is_system_admin() AS is_system_admin)) WITH CHECK (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: api_chats; Type: ROW SECURITY; Schema: llm; Owner: -
--

ALTER TABLE llm.api_chats ENABLE ROW LEVEL SECURITY;

--
-- Name: chats; Type: ROW SECURITY; Schema: llm; Owner: -
--

ALTER TABLE llm.chats ENABLE ROW LEVEL SECURITY;

--
-- Name: chats_attachments; Type: ROW SECURITY; Schema: llm; Owner: -
--

ALTER TABLE llm.chats_attachments ENABLE ROW LEVEL SECURITY;

--
-- Name: conversations; Type: ROW SECURITY; Schema: llm; Owner: -
--

ALTER TABLE llm.conversations ENABLE ROW LEVEL SECURITY;

--
-- Name: token_usage_metrics members_read; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY members_read ON llm.token_usage_metrics FOR SELECT TO application_user, application_readonly USING ((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))));

--
-- Name: chats_attachments object_is_seen; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY object_is_seen ON llm.chats_attachments AS RESTRICTIVE FOR INSERT TO application_user WITH CHECK ((EXISTS ( SELECT
   FROM storage.objects o
  WHERE (o.id = chats_attachments.object_id))));

--
-- Name: chats person_deletes; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY person_deletes ON llm.chats FOR DELETE TO application_user USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.team_ids_with('DeleteChat'::iam.permission) AS team_ids_with)))));

--
-- Name: conversations person_deletes; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY person_deletes ON llm.conversations FOR DELETE TO application_user USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.team_ids_with('DeleteChat'::iam.permission) AS team_ids_with)))));

--
-- Name: api_chats person_inserts; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY person_inserts ON llm.api_chats FOR INSERT TO application_user WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: chats person_inserts; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY person_inserts ON llm.chats FOR INSERT TO application_user WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: chats_attachments person_inserts; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY person_inserts ON llm.chats_attachments FOR INSERT TO application_user WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: conversations person_inserts; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY person_inserts ON llm.conversations FOR INSERT TO application_user WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: prompt_flags person_inserts; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY person_inserts ON llm.prompt_flags FOR INSERT TO application_user WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: token_usage_metrics person_inserts; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY person_inserts ON llm.token_usage_metrics FOR INSERT TO application_user WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: api_chats person_reads; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY person_reads ON llm.api_chats FOR SELECT TO application_user, application_readonly USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: chats person_reads; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY person_reads ON llm.chats FOR SELECT TO application_user, application_readonly USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: chats_attachments person_reads; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY person_reads ON llm.chats_attachments FOR SELECT TO application_user, application_readonly USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: conversations person_reads; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY person_reads ON llm.conversations FOR SELECT TO application_user, application_readonly USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: prompt_flags person_reads; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY person_reads ON llm.prompt_flags FOR SELECT TO application_user, application_readonly USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: api_chats person_updates; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY person_updates ON llm.api_chats FOR UPDATE TO application_user USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))))) WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: chats person_updates; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY person_updates ON llm.chats FOR UPDATE TO application_user USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))))) WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: conversations person_updates; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY person_updates ON llm.conversations FOR UPDATE TO application_user USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))))) WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: conversations project_is_shared; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY project_is_shared ON llm.conversations AS RESTRICTIVE FOR INSERT TO application_user, application_system WITH CHECK (((project_id IS NULL) OR (EXISTS ( SELECT
   FROM assistants.projects p
  WHERE ((p.id = conversations.project_id) AND ((p.team_id = conversations.team_id) OR (p.visibility = 'Company'::public.visibility)))))));

--
-- Name: conversations project_stays_shared; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY project_stays_shared ON llm.conversations AS RESTRICTIVE FOR UPDATE TO application_user, application_system USING (true) WITH CHECK (((project_id IS NULL) OR (EXISTS ( SELECT
   FROM assistants.projects p
  WHERE ((p.id = conversations.project_id) AND ((p.team_id = conversations.team_id) OR (p.visibility = 'Company'::public.visibility)))))));

--
-- Name: prompt_flags; Type: ROW SECURITY; Schema: llm; Owner: -
--

ALTER TABLE llm.prompt_flags ENABLE ROW LEVEL SECURITY;

--
-- Name: chats prompt_is_shared; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY prompt_is_shared ON llm.chats AS RESTRICTIVE FOR INSERT TO application_user, application_system WITH CHECK ((EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE ((p.id = chats.prompt_id) AND ((p.team_id = chats.team_id) OR (p.visibility = 'Company'::public.visibility))))));

--
-- Name: rate_limit_windows; Type: ROW SECURITY; Schema: llm; Owner: -
--

ALTER TABLE llm.rate_limit_windows ENABLE ROW LEVEL SECURITY;

--
-- Name: rate_limits; Type: ROW SECURITY; Schema: llm; Owner: -
--

ALTER TABLE llm.rate_limits ENABLE ROW LEVEL SECURITY;

--
-- Name: request_log_bodies; Type: ROW SECURITY; Schema: llm; Owner: -
--

ALTER TABLE llm.request_log_bodies ENABLE ROW LEVEL SECURITY;

--
-- Name: request_log_bodies_default; Type: ROW SECURITY; Schema: llm; Owner: -
--

ALTER TABLE llm.request_log_bodies_default ENABLE ROW LEVEL SECURITY;

--
-- Name: request_logs; Type: ROW SECURITY; Schema: llm; Owner: -
--

ALTER TABLE llm.request_logs ENABLE ROW LEVEL SECURITY;

--
-- Name: request_logs_default; Type: ROW SECURITY; Schema: llm; Owner: -
--

ALTER TABLE llm.request_logs_default ENABLE ROW LEVEL SECURITY;

--
-- Name: api_chats system; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY system ON llm.api_chats TO application_system USING (true) WITH CHECK (true);

--
-- Name: chats system; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY system ON llm.chats TO application_system USING (true) WITH CHECK (true);

--
-- Name: chats_attachments system; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY system ON llm.chats_attachments TO application_system USING (true) WITH CHECK (true);

--
-- Name: conversations system; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY system ON llm.conversations TO application_system USING (true) WITH CHECK (true);

--
-- Name: prompt_flags system; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY system ON llm.prompt_flags TO application_system USING (true) WITH CHECK (true);

--
-- Name: rate_limit_windows system; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY system ON llm.rate_limit_windows TO application_system USING (true) WITH CHECK (true);

--
-- Name: rate_limits system; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY system ON llm.rate_limits TO application_system USING (true) WITH CHECK (true);

--
-- Name: request_log_bodies system; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY system ON llm.request_log_bodies TO application_system USING (true) WITH CHECK (true);

--
-- Name: request_logs system; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY system ON llm.request_logs TO application_system USING (true) WITH CHECK (true);

--
-- Name: token_usage_metrics system; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY system ON llm.token_usage_metrics TO application_system USING (true) WITH CHECK (true);

--
-- Name: usage_stats system; Type: POLICY; Schema: llm; Owner: -
--

CREATE POLICY system ON llm.usage_stats TO application_system USING (true) WITH CHECK (true);

--
-- Name: token_usage_metrics; Type: ROW SECURITY; Schema: llm; Owner: -
--

ALTER TABLE llm.token_usage_metrics ENABLE ROW LEVEL SECURITY;

--
-- Name: usage_stats; Type: ROW SECURITY; Schema: llm; Owner: -
--

ALTER TABLE llm.usage_stats ENABLE ROW LEVEL SECURITY;

--
-- Name: abilities; Type: ROW SECURITY; Schema: model_registry; Owner: -
--

ALTER TABLE model_registry.abilities ENABLE ROW LEVEL SECURITY;

--
-- Name: abilities administrators_read; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY administrators_read ON model_registry.abilities FOR SELECT TO application_readonly USING (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission));

--
-- Name: channels administrators_read; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY administrators_read ON model_registry.channels FOR SELECT TO application_readonly USING (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission));

--
-- Name: abilities administrators_write; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY administrators_write ON model_registry.abilities TO application_user USING (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission)) WITH CHECK (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission));

--
-- Name: channels administrators_write; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY administrators_write ON model_registry.channels TO application_user USING (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission)) WITH CHECK (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission));

--
-- Name: model_capabilities administrators_write; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY administrators_write ON model_registry.model_capabilities TO application_user USING (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission)) WITH CHECK (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission));

--
-- Name: models administrators_write; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY administrators_write ON model_registry.models TO application_user USING (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission)) WITH CHECK (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission));

--
-- Name: prices administrators_write; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY administrators_write ON model_registry.prices TO application_user USING (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission)) WITH CHECK (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission));

--
-- Name: protocol_configs administrators_write; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY administrators_write ON model_registry.protocol_configs TO application_user USING (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission)) WITH CHECK (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission));

--
-- Name: providers administrators_write; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY administrators_write ON model_registry.providers TO application_user USING (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission)) WITH CHECK (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission));

--
-- Name: tiered_pricing administrators_write; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY administrators_write ON model_registry.tiered_pricing TO application_user USING (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission)) WITH CHECK (( SELECT iam.has_permission(NULL::integer, 'SetupModels'::iam.permission) AS has_permission));

--
-- Name: channels; Type: ROW SECURITY; Schema: model_registry; Owner: -
--

ALTER TABLE model_registry.channels ENABLE ROW LEVEL SECURITY;

--
-- Name: model_capabilities everyone_reads; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY everyone_reads ON model_registry.model_capabilities FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_signed_in() AS is_signed_in));

--
-- Name: models everyone_reads; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY everyone_reads ON model_registry.models FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_signed_in() AS is_signed_in));

--
-- Name: prices everyone_reads; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY everyone_reads ON model_registry.prices FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_signed_in() AS is_signed_in));

--
-- Name: protocol_configs everyone_reads; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY everyone_reads ON model_registry.protocol_configs FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_signed_in() AS is_signed_in));

--
-- Name: providers everyone_reads; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY everyone_reads ON model_registry.providers FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_signed_in() AS is_signed_in));

--
-- Name: tiered_pricing everyone_reads; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY everyone_reads ON model_registry.tiered_pricing FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_signed_in() AS is_signed_in));

--
-- Name: model_capabilities; Type: ROW SECURITY; Schema: model_registry; Owner: -
--

ALTER TABLE model_registry.model_capabilities ENABLE ROW LEVEL SECURITY;

--
-- Name: models; Type: ROW SECURITY; Schema: model_registry; Owner: -
--

ALTER TABLE model_registry.models ENABLE ROW LEVEL SECURITY;

--
-- Name: prices; Type: ROW SECURITY; Schema: model_registry; Owner: -
--

ALTER TABLE model_registry.prices ENABLE ROW LEVEL SECURITY;

--
-- Name: protocol_configs; Type: ROW SECURITY; Schema: model_registry; Owner: -
--

ALTER TABLE model_registry.protocol_configs ENABLE ROW LEVEL SECURITY;

--
-- Name: providers; Type: ROW SECURITY; Schema: model_registry; Owner: -
--

ALTER TABLE model_registry.providers ENABLE ROW LEVEL SECURITY;

--
-- Name: abilities system; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY system ON model_registry.abilities TO application_system USING (true) WITH CHECK (true);

--
-- Name: channels system; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY system ON model_registry.channels TO application_system USING (true) WITH CHECK (true);

--
-- Name: model_capabilities system; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY system ON model_registry.model_capabilities TO application_system USING (true) WITH CHECK (true);

--
-- Name: models system; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY system ON model_registry.models TO application_system USING (true) WITH CHECK (true);

--
-- Name: prices system; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY system ON model_registry.prices TO application_system USING (true) WITH CHECK (true);

--
-- Name: protocol_configs system; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY system ON model_registry.protocol_configs TO application_system USING (true) WITH CHECK (true);

--
-- Name: providers system; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY system ON model_registry.providers TO application_system USING (true) WITH CHECK (true);

--
-- Name: tiered_pricing system; Type: POLICY; Schema: model_registry; Owner: -
--

CREATE POLICY system ON model_registry.tiered_pricing TO application_system USING (true) WITH CHECK (true);

--
-- Name: tiered_pricing; Type: ROW SECURITY; Schema: model_registry; Owner: -
--

ALTER TABLE model_registry.tiered_pricing ENABLE ROW LEVEL SECURITY;

--
-- Name: settings administrators_delete; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY administrators_delete ON ops.settings FOR DELETE TO application_user USING (((scope <> 'user'::text) AND ( SELECT iam.is_system_admin() AS is_system_admin)));

--
-- Name: configs administrators_insert; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY administrators_insert ON ops.configs FOR INSERT TO application_user WITH CHECK (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: settings administrators_insert; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY administrators_insert ON ops.settings FOR INSERT TO application_user WITH CHECK (((scope <> 'user'::text) AND ( SELECT iam.is_system_admin() AS is_system_admin)));

--
-- Name: audit_trail administrators_read; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY administrators_read ON ops.audit_trail FOR SELECT TO application_user, application_readonly USING (( SELECT iam.has_permission(NULL::integer, 'ViewAuditTrail'::iam.permission) AS has_permission));

--
-- Name: configs administrators_read; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY administrators_read ON ops.configs FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: settings administrators_read_flags; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY administrators_read_flags ON ops.settings FOR SELECT TO application_user, application_readonly USING (((scope = 'feature_flag'::text) AND ( SELECT iam.is_system_admin() AS is_system_admin)));

--
-- Name: configs administrators_update; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY administrators_update ON ops.configs FOR UPDATE TO application_user USING (( SELECT iam.is_system_admin() AS is_system_admin)) WITH CHECK (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: settings administrators_update; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY administrators_update ON ops.settings FOR UPDATE TO application_user USING (((scope <> 'user'::text) AND ( SELECT iam.is_system_admin() AS is_system_admin))) WITH CHECK (((scope <> 'user'::text) AND ( SELECT iam.is_system_admin() AS is_system_admin)));

--
-- Name: translations administrators_write; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY administrators_write ON ops.translations TO application_user USING (( SELECT iam.is_system_admin() AS is_system_admin)) WITH CHECK (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: audit_trail; Type: ROW SECURITY; Schema: ops; Owner: -
--

ALTER TABLE ops.audit_trail ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_trail auditors_read; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY auditors_read ON ops.audit_trail FOR SELECT TO application_user, application_readonly USING ((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ViewAuditTrail'::iam.permission) AS team_ids_with))));

--
-- Name: cache; Type: ROW SECURITY; Schema: ops; Owner: -
--

ALTER TABLE ops.cache ENABLE ROW LEVEL SECURITY;

--
-- Name: configs; Type: ROW SECURITY; Schema: ops; Owner: -
--

ALTER TABLE ops.configs ENABLE ROW LEVEL SECURITY;

--
-- Name: translations everyone_reads; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY everyone_reads ON ops.translations FOR SELECT TO application_user, application_readonly USING (( SELECT iam.is_signed_in() AS is_signed_in));

--
-- Name: settings everyone_reads_what_has_no_owner; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY everyone_reads_what_has_no_owner ON ops.settings FOR SELECT TO application_user, application_readonly USING (((owner_user_id IS NULL) AND ( SELECT iam.is_signed_in() AS is_signed_in)));

--
-- Name: settings person_deletes; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY person_deletes ON ops.settings FOR DELETE TO application_user USING (((scope = 'user'::text) AND (owner_user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND ( SELECT iam.is_signed_in() AS is_signed_in)));

--
-- Name: settings person_inserts; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY person_inserts ON ops.settings FOR INSERT TO application_user WITH CHECK (((scope = 'user'::text) AND (owner_user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND ( SELECT iam.is_signed_in() AS is_signed_in)));

--
-- Name: settings person_reads; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY person_reads ON ops.settings FOR SELECT TO application_user, application_readonly USING (((owner_user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND ( SELECT iam.is_signed_in() AS is_signed_in)));

--
-- Name: settings person_updates; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY person_updates ON ops.settings FOR UPDATE TO application_user USING (((scope = 'user'::text) AND (owner_user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND ( SELECT iam.is_signed_in() AS is_signed_in))) WITH CHECK (((scope = 'user'::text) AND (owner_user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND ( SELECT iam.is_signed_in() AS is_signed_in)));

--
-- Name: settings; Type: ROW SECURITY; Schema: ops; Owner: -
--

ALTER TABLE ops.settings ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_trail system; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY system ON ops.audit_trail FOR SELECT TO application_system USING (true);

--
-- Name: cache system; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY system ON ops.cache TO application_system USING (true) WITH CHECK (true);

--
-- Name: configs system; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY system ON ops.configs TO application_system USING (true) WITH CHECK (true);

--
-- Name: settings system; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY system ON ops.settings FOR SELECT TO application_system USING (true);

--
-- Name: translations system; Type: POLICY; Schema: ops; Owner: -
--

CREATE POLICY system ON ops.translations FOR SELECT TO application_system USING (true);

--
-- Name: translations; Type: ROW SECURITY; Schema: ops; Owner: -
--

ALTER TABLE ops.translations ENABLE ROW LEVEL SECURITY;

--
-- Name: chunks_chats chunk_is_shared; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY chunk_is_shared ON rag.chunks_chats AS RESTRICTIVE FOR INSERT TO application_user, application_system WITH CHECK ((EXISTS ( SELECT
   FROM (rag.chunks c
     JOIN rag.datasets d ON ((d.id = c.dataset_id)))
  WHERE ((c.id = chunks_chats.chunk_id) AND ((d.visibility = 'Company'::public.visibility) OR ((d.team_id = chunks_chats.team_id) AND ((d.visibility <> 'Private'::public.visibility) OR (d.created_by = chunks_chats.user_id))))))));

--
-- Name: chunks; Type: ROW SECURITY; Schema: rag; Owner: -
--

ALTER TABLE rag.chunks ENABLE ROW LEVEL SECURITY;

--
-- Name: chunks_chats; Type: ROW SECURITY; Schema: rag; Owner: -
--

ALTER TABLE rag.chunks_chats ENABLE ROW LEVEL SECURITY;

--
-- Name: chunks dataset_managers_delete; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY dataset_managers_delete ON rag.chunks FOR DELETE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageDatasets'::iam.permission) AS team_ids_with))) AND (dataset_id = ANY (ARRAY( SELECT d.id
   FROM rag.datasets d)))));

--
-- Name: datasets dataset_managers_delete; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY dataset_managers_delete ON rag.datasets FOR DELETE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageDatasets'::iam.permission) AS team_ids_with))) AND ((visibility <> 'Private'::public.visibility) OR (created_by = ( SELECT iam.current_user_id() AS current_user_id)))));

--
-- Name: documents dataset_managers_delete; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY dataset_managers_delete ON rag.documents FOR DELETE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageDatasets'::iam.permission) AS team_ids_with))) AND (dataset_id = ANY (ARRAY( SELECT d.id
   FROM rag.datasets d)))));

--
-- Name: chunks dataset_managers_insert; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY dataset_managers_insert ON rag.chunks FOR INSERT TO application_user WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageDatasets'::iam.permission) AS team_ids_with))) AND (dataset_id = ANY (ARRAY( SELECT d.id
   FROM rag.datasets d)))));

--
-- Name: datasets dataset_managers_insert; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY dataset_managers_insert ON rag.datasets FOR INSERT TO application_user WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageDatasets'::iam.permission) AS team_ids_with))) AND (created_by = ( SELECT iam.current_user_id() AS current_user_id))));

--
-- Name: documents dataset_managers_insert; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY dataset_managers_insert ON rag.documents FOR INSERT TO application_user WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageDatasets'::iam.permission) AS team_ids_with))) AND (dataset_id = ANY (ARRAY( SELECT d.id
   FROM rag.datasets d)))));

--
-- Name: chunks dataset_managers_update; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY dataset_managers_update ON rag.chunks FOR UPDATE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageDatasets'::iam.permission) AS team_ids_with))) AND (dataset_id = ANY (ARRAY( SELECT d.id
   FROM rag.datasets d))))) WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageDatasets'::iam.permission) AS team_ids_with))) AND (dataset_id = ANY (ARRAY( SELECT d.id
   FROM rag.datasets d)))));

--
-- Name: datasets dataset_managers_update; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY dataset_managers_update ON rag.datasets FOR UPDATE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageDatasets'::iam.permission) AS team_ids_with))) AND ((visibility <> 'Private'::public.visibility) OR (created_by = ( SELECT iam.current_user_id() AS current_user_id))))) WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageDatasets'::iam.permission) AS team_ids_with))) AND ((visibility <> 'Private'::public.visibility) OR (created_by = ( SELECT iam.current_user_id() AS current_user_id)))));

--
-- Name: documents dataset_managers_update; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY dataset_managers_update ON rag.documents FOR UPDATE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageDatasets'::iam.permission) AS team_ids_with))) AND (dataset_id = ANY (ARRAY( SELECT d.id
   FROM rag.datasets d))))) WITH CHECK (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageDatasets'::iam.permission) AS team_ids_with))) AND (dataset_id = ANY (ARRAY( SELECT d.id
   FROM rag.datasets d)))));

--
-- Name: datasets; Type: ROW SECURITY; Schema: rag; Owner: -
--

ALTER TABLE rag.datasets ENABLE ROW LEVEL SECURITY;

--
-- Name: document_pipelines; Type: ROW SECURITY; Schema: rag; Owner: -
--

ALTER TABLE rag.document_pipelines ENABLE ROW LEVEL SECURITY;

--
-- Name: documents; Type: ROW SECURITY; Schema: rag; Owner: -
--

ALTER TABLE rag.documents ENABLE ROW LEVEL SECURITY;

--
-- Name: datasets everyone_reads_company_wide; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY everyone_reads_company_wide ON rag.datasets FOR SELECT TO application_user, application_readonly USING (((visibility = 'Company'::public.visibility) AND ( SELECT iam.is_signed_in() AS is_signed_in)));

--
-- Name: datasets members_read; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY members_read ON rag.datasets FOR SELECT TO application_user, application_readonly USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND ((visibility <> 'Private'::public.visibility) OR (created_by = ( SELECT iam.current_user_id() AS current_user_id)))));

--
-- Name: document_pipelines members_read; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY members_read ON rag.document_pipelines FOR SELECT TO application_user, application_readonly USING (((team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))) AND (dataset_id = ANY (ARRAY( SELECT d.id
   FROM rag.datasets d)))));

--
-- Name: documents object_is_own; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY object_is_own ON rag.documents AS RESTRICTIVE FOR INSERT TO application_user WITH CHECK (((object_id IS NULL) OR rag.is_own_object(object_id)));

--
-- Name: chunks_chats person_inserts; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY person_inserts ON rag.chunks_chats FOR INSERT TO application_user WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: document_pipelines person_inserts; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY person_inserts ON rag.document_pipelines FOR INSERT TO application_user WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageDocumentPipelines'::iam.permission) AS team_ids_with))) AND (dataset_id = ANY (ARRAY( SELECT d.id
   FROM rag.datasets d)))));

--
-- Name: chunks_chats person_reads; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY person_reads ON rag.chunks_chats FOR SELECT TO application_user, application_readonly USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: document_pipelines person_updates; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY person_updates ON rag.document_pipelines FOR UPDATE TO application_user USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageDocumentPipelines'::iam.permission) AS team_ids_with))) AND (dataset_id = ANY (ARRAY( SELECT d.id
   FROM rag.datasets d))))) WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageDocumentPipelines'::iam.permission) AS team_ids_with))) AND (dataset_id = ANY (ARRAY( SELECT d.id
   FROM rag.datasets d)))));

--
-- Name: document_pipelines pipeline_managers_delete; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY pipeline_managers_delete ON rag.document_pipelines FOR DELETE TO application_user USING (((team_id = ANY (ARRAY( SELECT iam.team_ids_with('ManageDocumentPipelines'::iam.permission) AS team_ids_with))) AND (dataset_id = ANY (ARRAY( SELECT d.id
   FROM rag.datasets d)))));

--
-- Name: chunks readers_of_dataset_read; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY readers_of_dataset_read ON rag.chunks FOR SELECT TO application_user, application_readonly USING ((dataset_id = ANY (ARRAY( SELECT d.id
   FROM rag.datasets d))));

--
-- Name: documents readers_of_dataset_read; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY readers_of_dataset_read ON rag.documents FOR SELECT TO application_user, application_readonly USING ((dataset_id = ANY (ARRAY( SELECT d.id
   FROM rag.datasets d))));

--
-- Name: chunks system; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY system ON rag.chunks TO application_system USING (true) WITH CHECK (true);

--
-- Name: chunks_chats system; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY system ON rag.chunks_chats TO application_system USING (true) WITH CHECK (true);

--
-- Name: datasets system; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY system ON rag.datasets TO application_system USING (true) WITH CHECK (true);

--
-- Name: document_pipelines system; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY system ON rag.document_pipelines TO application_system USING (true) WITH CHECK (true);

--
-- Name: documents system; Type: POLICY; Schema: rag; Owner: -
--

CREATE POLICY system ON rag.documents TO application_system USING (true) WITH CHECK (true);

--
-- Name: downloads administrators_read; Type: POLICY; Schema: storage; Owner: -
--

CREATE POLICY administrators_read ON storage.downloads FOR SELECT TO application_readonly USING (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: downloads administrators_write; Type: POLICY; Schema: storage; Owner: -
--

CREATE POLICY administrators_write ON storage.downloads TO application_user USING (( SELECT iam.is_system_admin() AS is_system_admin)) WITH CHECK (( SELECT iam.is_system_admin() AS is_system_admin));

--
-- Name: objects creator_deletes; Type: POLICY; Schema: storage; Owner: -
--

CREATE POLICY creator_deletes ON storage.objects FOR DELETE TO application_user USING (((created_by = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: objects creator_inserts; Type: POLICY; Schema: storage; Owner: -
--

CREATE POLICY creator_inserts ON storage.objects FOR INSERT TO application_user WITH CHECK (((created_by = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: objects creator_reads; Type: POLICY; Schema: storage; Owner: -
--

CREATE POLICY creator_reads ON storage.objects FOR SELECT TO application_user, application_readonly USING (((created_by = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: downloads; Type: ROW SECURITY; Schema: storage; Owner: -
--

ALTER TABLE storage.downloads ENABLE ROW LEVEL SECURITY;

--
-- Name: objects; Type: ROW SECURITY; Schema: storage; Owner: -
--

ALTER TABLE storage.objects ENABLE ROW LEVEL SECURITY;

--
-- Name: objects readers_of_document_read; Type: POLICY; Schema: storage; Owner: -
--

CREATE POLICY readers_of_document_read ON storage.objects FOR SELECT TO application_user, application_readonly USING ((EXISTS ( SELECT
   FROM rag.documents d
  WHERE ((d.team_id = objects.team_id) AND (d.object_id = objects.id)))));

--
-- Name: objects readers_of_prompt_read; Type: POLICY; Schema: storage; Owner: -
--

CREATE POLICY readers_of_prompt_read ON storage.objects FOR SELECT TO application_user, application_readonly USING ((EXISTS ( SELECT
   FROM assistants.prompts p
  WHERE ((p.team_id = objects.team_id) AND (p.image_icon_object_id = objects.id)))));

--
-- Name: downloads system; Type: POLICY; Schema: storage; Owner: -
--

CREATE POLICY system ON storage.downloads TO application_system USING (true) WITH CHECK (true);

--
-- Name: objects system; Type: POLICY; Schema: storage; Owner: -
--

CREATE POLICY system ON storage.objects TO application_system USING (true) WITH CHECK (true);

--
-- Name: SCHEMA assistants; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA assistants TO application_user;
GRANT USAGE ON SCHEMA assistants TO application_readonly;
GRANT USAGE ON SCHEMA assistants TO application_system;

--
-- Name: SCHEMA automation; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA automation TO application_user;
GRANT USAGE ON SCHEMA automation TO application_readonly;
GRANT USAGE ON SCHEMA automation TO application_system;

--
-- Name: SCHEMA iam; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA iam TO application_user;
GRANT USAGE ON SCHEMA iam TO application_readonly;
GRANT USAGE ON SCHEMA iam TO application_system;

--
-- Name: SCHEMA integrations; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA integrations TO application_user;
GRANT USAGE ON SCHEMA integrations TO application_readonly;
GRANT USAGE ON SCHEMA integrations TO application_system;

--
-- Name: SCHEMA llm; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA llm TO application_user;
GRANT USAGE ON SCHEMA llm TO application_readonly;
GRANT USAGE ON SCHEMA llm TO application_system;

--
-- Name: SCHEMA model_registry; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA model_registry TO application_user;
GRANT USAGE ON SCHEMA model_registry TO application_readonly;
GRANT USAGE ON SCHEMA model_registry TO application_system;

--
-- Name: SCHEMA ops; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA ops TO application_user;
GRANT USAGE ON SCHEMA ops TO application_readonly;
GRANT USAGE ON SCHEMA ops TO application_system;

--
-- Name: SCHEMA rag; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA rag TO application_user;
GRANT USAGE ON SCHEMA rag TO application_readonly;
GRANT USAGE ON SCHEMA rag TO application_system;

--
-- Name: SCHEMA storage; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA storage TO application_user;
GRANT USAGE ON SCHEMA storage TO application_readonly;
GRANT USAGE ON SCHEMA storage TO application_system;

--
-- Name: TYPE prompt_type; Type: ACL; Schema: assistants; Owner: -
--

REVOKE ALL ON TYPE assistants.prompt_type FROM PUBLIC;
GRANT ALL ON TYPE assistants.prompt_type TO application_user;
GRANT ALL ON TYPE assistants.prompt_type TO application_readonly;
GRANT ALL ON TYPE assistants.prompt_type TO application_system;

--
-- Name: TYPE automation_run_status; Type: ACL; Schema: automation; Owner: -
--

REVOKE ALL ON TYPE automation.automation_run_status FROM PUBLIC;
GRANT ALL ON TYPE automation.automation_run_status TO application_user;
GRANT ALL ON TYPE automation.automation_run_status TO application_readonly;
GRANT ALL ON TYPE automation.automation_run_status TO application_system;

--
-- Name: TYPE integration_type; Type: ACL; Schema: integrations; Owner: -
--

REVOKE ALL ON TYPE integrations.integration_type FROM PUBLIC;
GRANT ALL ON TYPE integrations.integration_type TO application_user;
GRANT ALL ON TYPE integrations.integration_type TO application_readonly;
GRANT ALL ON TYPE integrations.integration_type TO application_system;

--
-- Name: TYPE openapi_spec_category; Type: ACL; Schema: integrations; Owner: -
--

REVOKE ALL ON TYPE integrations.openapi_spec_category FROM PUBLIC;
GRANT ALL ON TYPE integrations.openapi_spec_category TO application_user;
GRANT ALL ON TYPE integrations.openapi_spec_category TO application_readonly;
GRANT ALL ON TYPE integrations.openapi_spec_category TO application_system;

--
-- Name: TYPE chat_role; Type: ACL; Schema: llm; Owner: -
--

REVOKE ALL ON TYPE llm.chat_role FROM PUBLIC;
GRANT ALL ON TYPE llm.chat_role TO application_user;
GRANT ALL ON TYPE llm.chat_role TO application_readonly;
GRANT ALL ON TYPE llm.chat_role TO application_system;

--
-- Name: TYPE chat_status; Type: ACL; Schema: llm; Owner: -
--

REVOKE ALL ON TYPE llm.chat_status FROM PUBLIC;
GRANT ALL ON TYPE llm.chat_status TO application_user;
GRANT ALL ON TYPE llm.chat_status TO application_readonly;
GRANT ALL ON TYPE llm.chat_status TO application_system;

--
-- Name: TYPE inference_type; Type: ACL; Schema: llm; Owner: -
--

REVOKE ALL ON TYPE llm.inference_type FROM PUBLIC;
GRANT ALL ON TYPE llm.inference_type TO application_user;
GRANT ALL ON TYPE llm.inference_type TO application_readonly;
GRANT ALL ON TYPE llm.inference_type TO application_system;

--
-- Name: TYPE prompt_flag_type; Type: ACL; Schema: llm; Owner: -
--

REVOKE ALL ON TYPE llm.prompt_flag_type FROM PUBLIC;
GRANT ALL ON TYPE llm.prompt_flag_type TO application_user;
GRANT ALL ON TYPE llm.prompt_flag_type TO application_readonly;
GRANT ALL ON TYPE llm.prompt_flag_type TO application_system;

--
-- Name: TYPE token_usage_type; Type: ACL; Schema: llm; Owner: -
--

REVOKE ALL ON TYPE llm.token_usage_type FROM PUBLIC;
GRANT ALL ON TYPE llm.token_usage_type TO application_user;
GRANT ALL ON TYPE llm.token_usage_type TO application_readonly;
GRANT ALL ON TYPE llm.token_usage_type TO application_system;

--
-- Name: TYPE model_capability; Type: ACL; Schema: model_registry; Owner: -
--

REVOKE ALL ON TYPE model_registry.model_capability FROM PUBLIC;
GRANT ALL ON TYPE model_registry.model_capability TO application_user;
GRANT ALL ON TYPE model_registry.model_capability TO application_readonly;
GRANT ALL ON TYPE model_registry.model_capability TO application_system;

--
-- Name: TYPE model_type; Type: ACL; Schema: model_registry; Owner: -
--

REVOKE ALL ON TYPE model_registry.model_type FROM PUBLIC;
GRANT ALL ON TYPE model_registry.model_type TO application_user;
GRANT ALL ON TYPE model_registry.model_type TO application_readonly;
GRANT ALL ON TYPE model_registry.model_type TO application_system;

--
-- Name: TYPE textrange; Type: ACL; Schema: model_registry; Owner: -
--

REVOKE ALL ON TYPE model_registry.textrange FROM PUBLIC;
GRANT ALL ON TYPE model_registry.textrange TO application_user;
GRANT ALL ON TYPE model_registry.textrange TO application_readonly;
GRANT ALL ON TYPE model_registry.textrange TO application_system;

--
-- Name: TYPE audit_access_type; Type: ACL; Schema: ops; Owner: -
--

REVOKE ALL ON TYPE ops.audit_access_type FROM PUBLIC;
GRANT ALL ON TYPE ops.audit_access_type TO application_user;
GRANT ALL ON TYPE ops.audit_access_type TO application_readonly;
GRANT ALL ON TYPE ops.audit_access_type TO application_system;

--
-- Name: TYPE audit_action; Type: ACL; Schema: ops; Owner: -
--

REVOKE ALL ON TYPE ops.audit_action FROM PUBLIC;
GRANT ALL ON TYPE ops.audit_action TO application_user;
GRANT ALL ON TYPE ops.audit_action TO application_readonly;
GRANT ALL ON TYPE ops.audit_action TO application_system;

--
-- Name: TYPE chunking_strategy; Type: ACL; Schema: rag; Owner: -
--

REVOKE ALL ON TYPE rag.chunking_strategy FROM PUBLIC;
GRANT ALL ON TYPE rag.chunking_strategy TO application_user;
GRANT ALL ON TYPE rag.chunking_strategy TO application_readonly;
GRANT ALL ON TYPE rag.chunking_strategy TO application_system;

--
-- Name: FUNCTION guard_icon(); Type: ACL; Schema: assistants; Owner: -
--

REVOKE ALL ON FUNCTION assistants.guard_icon() FROM PUBLIC;

--
-- Name: TABLE api_keys; Type: ACL; Schema: iam; Owner: -
--

GRANT DELETE ON TABLE iam.api_keys TO application_user;
GRANT SELECT,DELETE ON TABLE iam.api_keys TO application_system;

--
-- Name: COLUMN api_keys.id; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(id) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(id) ON TABLE iam.api_keys TO application_readonly;

--
-- Name: COLUMN api_keys.prompt_id; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(prompt_id),INSERT(prompt_id) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(prompt_id) ON TABLE iam.api_keys TO application_readonly;

--
-- Name: COLUMN api_keys.user_id; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(user_id),INSERT(user_id) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(user_id) ON TABLE iam.api_keys TO application_readonly;

--
-- Name: COLUMN api_keys.team_id; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(team_id),INSERT(team_id) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(team_id) ON TABLE iam.api_keys TO application_readonly;

--
-- Name: COLUMN api_keys.name; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(name),INSERT(name),UPDATE(name) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(name) ON TABLE iam.api_keys TO application_readonly;

--
-- Name: COLUMN api_keys.api_key; Type: ACL; Schema: iam; Owner: -
--

GRANT INSERT(api_key),UPDATE(api_key) ON TABLE iam.api_keys TO application_user;

--
-- Name: COLUMN api_keys.created_at; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(created_at) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(created_at) ON TABLE iam.api_keys TO application_readonly;

--
-- Name: COLUMN api_keys.external_id; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(external_id) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(external_id) ON TABLE iam.api_keys TO application_readonly;

--
-- Name: COLUMN api_keys.key_prefix; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(key_prefix),INSERT(key_prefix),UPDATE(key_prefix) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(key_prefix) ON TABLE iam.api_keys TO application_readonly;

--
-- Name: COLUMN api_keys.description; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(description),INSERT(description),UPDATE(description) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(description) ON TABLE iam.api_keys TO application_readonly;

--
-- Name: COLUMN api_keys.rate_limit; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(rate_limit),INSERT(rate_limit),UPDATE(rate_limit) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(rate_limit) ON TABLE iam.api_keys TO application_readonly;

--
-- Name: COLUMN api_keys.status; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(status),INSERT(status),UPDATE(status) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(status) ON TABLE iam.api_keys TO application_readonly;

--
-- Name: COLUMN api_keys.is_active; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(is_active) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(is_active) ON TABLE iam.api_keys TO application_readonly;

--
-- Name: COLUMN api_keys.expires_at; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(expires_at),INSERT(expires_at),UPDATE(expires_at) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(expires_at) ON TABLE iam.api_keys TO application_readonly;

--
-- Name: COLUMN api_keys.last_used_at; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(last_used_at) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(last_used_at) ON TABLE iam.api_keys TO application_readonly;
GRANT UPDATE(last_used_at) ON TABLE iam.api_keys TO application_system;

--
-- Name: COLUMN api_keys.deleted_at; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(deleted_at),UPDATE(deleted_at) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(deleted_at) ON TABLE iam.api_keys TO application_readonly;

--
-- Name: COLUMN api_keys.quota; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(quota),INSERT(quota),UPDATE(quota) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(quota) ON TABLE iam.api_keys TO application_readonly;

--
-- Name: COLUMN api_keys.used_quota; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(used_quota) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(used_quota) ON TABLE iam.api_keys TO application_readonly;
GRANT UPDATE(used_quota) ON TABLE iam.api_keys TO application_system;

--
-- Name: COLUMN api_keys.scopes; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(scopes),INSERT(scopes),UPDATE(scopes) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(scopes) ON TABLE iam.api_keys TO application_readonly;

--
-- Name: COLUMN api_keys.updated_at; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(updated_at),UPDATE(updated_at) ON TABLE iam.api_keys TO application_user;
GRANT SELECT(updated_at) ON TABLE iam.api_keys TO application_readonly;

--
-- Name: TABLE chats; Type: ACL; Schema: llm; Owner: -
--

GRANT SELECT,DELETE ON TABLE llm.chats TO application_user;
GRANT SELECT ON TABLE llm.chats TO application_readonly;
GRANT SELECT ON TABLE llm.chats TO application_system;

--
-- Name: COLUMN chats.conversation_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(conversation_id) ON TABLE llm.chats TO application_user;
GRANT INSERT(conversation_id) ON TABLE llm.chats TO application_system;

--
-- Name: COLUMN chats.status; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(status),UPDATE(status) ON TABLE llm.chats TO application_user;
GRANT INSERT(status),UPDATE(status) ON TABLE llm.chats TO application_system;

--
-- Name: COLUMN chats.prompt_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(prompt_id) ON TABLE llm.chats TO application_user;
GRANT INSERT(prompt_id) ON TABLE llm.chats TO application_system;

--
-- Name: COLUMN chats.updated_at; Type: ACL; Schema: llm; Owner: -
--

GRANT UPDATE(updated_at) ON TABLE llm.chats TO application_user;
GRANT UPDATE(updated_at) ON TABLE llm.chats TO application_system;

--
-- Name: COLUMN chats.tool_calls; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(tool_calls),UPDATE(tool_calls) ON TABLE llm.chats TO application_user;
GRANT INSERT(tool_calls),UPDATE(tool_calls) ON TABLE llm.chats TO application_system;

--
-- Name: COLUMN chats.content; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(content),UPDATE(content) ON TABLE llm.chats TO application_user;
GRANT INSERT(content),UPDATE(content) ON TABLE llm.chats TO application_system;

--
-- Name: COLUMN chats.tool_call_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(tool_call_id),UPDATE(tool_call_id) ON TABLE llm.chats TO application_user;
GRANT INSERT(tool_call_id),UPDATE(tool_call_id) ON TABLE llm.chats TO application_system;

--
-- Name: COLUMN chats.role; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(role) ON TABLE llm.chats TO application_user;
GRANT INSERT(role) ON TABLE llm.chats TO application_system;

--
-- Name: COLUMN chats.automation_run_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(automation_run_id) ON TABLE llm.chats TO application_system;

--
-- Name: COLUMN chats.team_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(team_id) ON TABLE llm.chats TO application_user;
GRANT INSERT(team_id) ON TABLE llm.chats TO application_system;

--
-- Name: COLUMN chats.user_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(user_id) ON TABLE llm.chats TO application_user;
GRANT INSERT(user_id) ON TABLE llm.chats TO application_system;

--
-- Name: FUNCTION is_used_by_others(prompt_id integer, team_id integer); Type: ACL; Schema: assistants; Owner: -
--

REVOKE ALL ON FUNCTION assistants.is_used_by_others(prompt_id integer, team_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION assistants.is_used_by_others(prompt_id integer, team_id integer) TO application_user;

--
-- Name: FUNCTION keep_what_others_use(); Type: ACL; Schema: assistants; Owner: -
--

REVOKE ALL ON FUNCTION assistants.keep_what_others_use() FROM PUBLIC;

--
-- Name: FUNCTION cron_schedule(expression text, OUT minutes integer[], OUT hours integer[], OUT days_of_month integer[], OUT months integer[], OUT days_of_week integer[], OUT either_day boolean); Type: ACL; Schema: automation; Owner: -
--

REVOKE ALL ON FUNCTION automation.cron_schedule(expression text, OUT minutes integer[], OUT hours integer[], OUT days_of_month integer[], OUT months integer[], OUT days_of_week integer[], OUT either_day boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION automation.cron_schedule(expression text, OUT minutes integer[], OUT hours integer[], OUT days_of_month integer[], OUT months integer[], OUT days_of_week integer[], OUT either_day boolean) TO application_user;
GRANT ALL ON FUNCTION automation.cron_schedule(expression text, OUT minutes integer[], OUT hours integer[], OUT days_of_month integer[], OUT months integer[], OUT days_of_week integer[], OUT either_day boolean) TO application_readonly;
GRANT ALL ON FUNCTION automation.cron_schedule(expression text, OUT minutes integer[], OUT hours integer[], OUT days_of_month integer[], OUT months integer[], OUT days_of_week integer[], OUT either_day boolean) TO application_system;

--
-- Name: FUNCTION cron_values(field text, lowest integer, highest integer, names text[]); Type: ACL; Schema: automation; Owner: -
--

REVOKE ALL ON FUNCTION automation.cron_values(field text, lowest integer, highest integer, names text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION automation.cron_values(field text, lowest integer, highest integer, names text[]) TO application_user;
GRANT ALL ON FUNCTION automation.cron_values(field text, lowest integer, highest integer, names text[]) TO application_readonly;
GRANT ALL ON FUNCTION automation.cron_values(field text, lowest integer, highest integer, names text[]) TO application_system;

--
-- Name: FUNCTION is_cron_expression(expression text); Type: ACL; Schema: automation; Owner: -
--

REVOKE ALL ON FUNCTION automation.is_cron_expression(expression text) FROM PUBLIC;
GRANT ALL ON FUNCTION automation.is_cron_expression(expression text) TO application_user;
GRANT ALL ON FUNCTION automation.is_cron_expression(expression text) TO application_readonly;
GRANT ALL ON FUNCTION automation.is_cron_expression(expression text) TO application_system;

--
-- Name: FUNCTION next_run(expression text, after timestamp with time zone); Type: ACL; Schema: automation; Owner: -
--

REVOKE ALL ON FUNCTION automation.next_run(expression text, after timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION automation.next_run(expression text, after timestamp with time zone) TO application_user;
GRANT ALL ON FUNCTION automation.next_run(expression text, after timestamp with time zone) TO application_readonly;
GRANT ALL ON FUNCTION automation.next_run(expression text, after timestamp with time zone) TO application_system;

--
-- Name: FUNCTION set_next_run_at(); Type: ACL; Schema: automation; Owner: -
--

REVOKE ALL ON FUNCTION automation.set_next_run_at() FROM PUBLIC;

--
-- Name: FUNCTION current_user_id(); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.current_user_id() FROM PUBLIC;
GRANT ALL ON FUNCTION iam.current_user_id() TO application_user;
GRANT ALL ON FUNCTION iam.current_user_id() TO application_readonly;
GRANT ALL ON FUNCTION iam.current_user_id() TO application_system;

--
-- Name: TABLE users; Type: ACL; Schema: iam; Owner: -
--

GRANT DELETE ON TABLE iam.users TO application_user;
GRANT SELECT ON TABLE iam.users TO application_system;

--
-- Name: COLUMN users.id; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(id) ON TABLE iam.users TO application_user;
GRANT SELECT(id) ON TABLE iam.users TO application_readonly;

--
-- Name: COLUMN users.openid_sub; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(openid_sub) ON TABLE iam.users TO application_user;
GRANT SELECT(openid_sub) ON TABLE iam.users TO application_readonly;
GRANT INSERT(openid_sub),UPDATE(openid_sub) ON TABLE iam.users TO application_system;

--
-- Name: COLUMN users.email; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(email),UPDATE(email) ON TABLE iam.users TO application_user;
GRANT SELECT(email) ON TABLE iam.users TO application_readonly;
GRANT INSERT(email),UPDATE(email) ON TABLE iam.users TO application_system;

--
-- Name: COLUMN users.first_name; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(first_name),UPDATE(first_name) ON TABLE iam.users TO application_user;
GRANT SELECT(first_name) ON TABLE iam.users TO application_readonly;
GRANT INSERT(first_name),UPDATE(first_name) ON TABLE iam.users TO application_system;

--
-- Name: COLUMN users.last_name; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(last_name),UPDATE(last_name) ON TABLE iam.users TO application_user;
GRANT SELECT(last_name) ON TABLE iam.users TO application_readonly;
GRANT INSERT(last_name),UPDATE(last_name) ON TABLE iam.users TO application_system;

--
-- Name: COLUMN users.system_admin; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(system_admin),UPDATE(system_admin) ON TABLE iam.users TO application_user;
GRANT SELECT(system_admin) ON TABLE iam.users TO application_readonly;

--
-- Name: COLUMN users.created_at; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(created_at) ON TABLE iam.users TO application_user;
GRANT SELECT(created_at) ON TABLE iam.users TO application_readonly;

--
-- Name: COLUMN users.updated_at; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(updated_at),UPDATE(updated_at) ON TABLE iam.users TO application_user;
GRANT SELECT(updated_at) ON TABLE iam.users TO application_readonly;
GRANT UPDATE(updated_at) ON TABLE iam.users TO application_system;

--
-- Name: COLUMN users.username; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(username),UPDATE(username) ON TABLE iam.users TO application_user;
GRANT SELECT(username) ON TABLE iam.users TO application_readonly;
GRANT INSERT(username),UPDATE(username) ON TABLE iam.users TO application_system;

--
-- Name: COLUMN users.password_hash; Type: ACL; Schema: iam; Owner: -
--

GRANT INSERT(password_hash),UPDATE(password_hash) ON TABLE iam.users TO application_system;

--
-- Name: COLUMN users.status; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(status),UPDATE(status) ON TABLE iam.users TO application_user;
GRANT SELECT(status) ON TABLE iam.users TO application_readonly;
GRANT INSERT(status),UPDATE(status) ON TABLE iam.users TO application_system;

--
-- Name: FUNCTION current_email(); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.current_email() FROM PUBLIC;
GRANT ALL ON FUNCTION iam.current_email() TO application_user;
GRANT ALL ON FUNCTION iam.current_email() TO application_readonly;
GRANT ALL ON FUNCTION iam.current_email() TO application_system;

--
-- Name: TABLE invitations; Type: ACL; Schema: iam; Owner: -
--

GRANT DELETE ON TABLE iam.invitations TO application_user;
GRANT SELECT,DELETE ON TABLE iam.invitations TO application_system;

--
-- Name: COLUMN invitations.id; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(id) ON TABLE iam.invitations TO application_user;
GRANT SELECT(id) ON TABLE iam.invitations TO application_readonly;

--
-- Name: COLUMN invitations.team_id; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(team_id),INSERT(team_id) ON TABLE iam.invitations TO application_user;
GRANT SELECT(team_id) ON TABLE iam.invitations TO application_readonly;

--
-- Name: COLUMN invitations.email; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(email),INSERT(email) ON TABLE iam.invitations TO application_user;
GRANT SELECT(email) ON TABLE iam.invitations TO application_readonly;

--
-- Name: COLUMN invitations.first_name; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(first_name),INSERT(first_name) ON TABLE iam.invitations TO application_user;
GRANT SELECT(first_name) ON TABLE iam.invitations TO application_readonly;

--
-- Name: COLUMN invitations.last_name; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(last_name),INSERT(last_name) ON TABLE iam.invitations TO application_user;
GRANT SELECT(last_name) ON TABLE iam.invitations TO application_readonly;

--
-- Name: COLUMN invitations.roles; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(roles),INSERT(roles) ON TABLE iam.invitations TO application_user;
GRANT SELECT(roles) ON TABLE iam.invitations TO application_readonly;

--
-- Name: COLUMN invitations.invitation_selector; Type: ACL; Schema: iam; Owner: -
--

GRANT INSERT(invitation_selector) ON TABLE iam.invitations TO application_user;

--
-- Name: COLUMN invitations.invitation_verifier_hash; Type: ACL; Schema: iam; Owner: -
--

GRANT INSERT(invitation_verifier_hash) ON TABLE iam.invitations TO application_user;

--
-- Name: COLUMN invitations.created_at; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(created_at) ON TABLE iam.invitations TO application_user;
GRANT SELECT(created_at) ON TABLE iam.invitations TO application_readonly;

--
-- Name: TABLE team_users; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE iam.team_users TO application_user;
GRANT SELECT ON TABLE iam.team_users TO application_readonly;
GRANT SELECT ON TABLE iam.team_users TO application_system;

--
-- Name: COLUMN team_users.roles; Type: ACL; Schema: iam; Owner: -
--

GRANT UPDATE(roles) ON TABLE iam.team_users TO application_user;

--
-- Name: FUNCTION accept_invitation(invitation_id integer); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.accept_invitation(invitation_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION iam.accept_invitation(invitation_id integer) TO application_user;

--
-- Name: FUNCTION is_signed_in(); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.is_signed_in() FROM PUBLIC;
GRANT ALL ON FUNCTION iam.is_signed_in() TO application_user;
GRANT ALL ON FUNCTION iam.is_signed_in() TO application_readonly;
GRANT ALL ON FUNCTION iam.is_signed_in() TO application_system;

--
-- Name: TABLE teams; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT,DELETE ON TABLE iam.teams TO application_user;
GRANT SELECT ON TABLE iam.teams TO application_readonly;
GRANT SELECT ON TABLE iam.teams TO application_system;

--
-- Name: COLUMN teams.name; Type: ACL; Schema: iam; Owner: -
--

GRANT UPDATE(name) ON TABLE iam.teams TO application_user;

--
-- Name: FUNCTION create_team(name character varying); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.create_team(name character varying) FROM PUBLIC;
GRANT ALL ON FUNCTION iam.create_team(name character varying) TO application_user;

--
-- Name: FUNCTION current_team_id(); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.current_team_id() FROM PUBLIC;
GRANT ALL ON FUNCTION iam.current_team_id() TO application_user;
GRANT ALL ON FUNCTION iam.current_team_id() TO application_readonly;
GRANT ALL ON FUNCTION iam.current_team_id() TO application_system;

--
-- Name: FUNCTION current_roles(within integer); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.current_roles(within integer) FROM PUBLIC;
GRANT ALL ON FUNCTION iam.current_roles(within integer) TO application_user;
GRANT ALL ON FUNCTION iam.current_roles(within integer) TO application_readonly;
GRANT ALL ON FUNCTION iam.current_roles(within integer) TO application_system;

--
-- Name: FUNCTION current_team_ids(); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.current_team_ids() FROM PUBLIC;
GRANT ALL ON FUNCTION iam.current_team_ids() TO application_user;
GRANT ALL ON FUNCTION iam.current_team_ids() TO application_readonly;
GRANT ALL ON FUNCTION iam.current_team_ids() TO application_system;

--
-- Name: FUNCTION guard_account(); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.guard_account() FROM PUBLIC;

--
-- Name: FUNCTION guard_api_key(); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.guard_api_key() FROM PUBLIC;

--
-- Name: TABLE roles_permissions; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT ON TABLE iam.roles_permissions TO application_user;
GRANT SELECT ON TABLE iam.roles_permissions TO application_readonly;
GRANT SELECT ON TABLE iam.roles_permissions TO application_system;

--
-- Name: FUNCTION has_permission(team_id integer, wanted iam.permission); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.has_permission(team_id integer, wanted iam.permission) FROM PUBLIC;
GRANT ALL ON FUNCTION iam.has_permission(team_id integer, wanted iam.permission) TO application_user;
GRANT ALL ON FUNCTION iam.has_permission(team_id integer, wanted iam.permission) TO application_readonly;
GRANT ALL ON FUNCTION iam.has_permission(team_id integer, wanted iam.permission) TO application_system;

--
-- Name: FUNCTION inviting_team_ids(); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.inviting_team_ids() FROM PUBLIC;
GRANT ALL ON FUNCTION iam.inviting_team_ids() TO application_user;
GRANT ALL ON FUNCTION iam.inviting_team_ids() TO application_readonly;
GRANT ALL ON FUNCTION iam.inviting_team_ids() TO application_system;

--
-- Name: TABLE permission_grants; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT,DELETE ON TABLE iam.permission_grants TO application_user;
GRANT SELECT ON TABLE iam.permission_grants TO application_readonly;
GRANT SELECT ON TABLE iam.permission_grants TO application_system;

--
-- Name: COLUMN permission_grants.user_id; Type: ACL; Schema: iam; Owner: -
--

GRANT INSERT(user_id) ON TABLE iam.permission_grants TO application_user;

--
-- Name: COLUMN permission_grants.role; Type: ACL; Schema: iam; Owner: -
--

GRANT INSERT(role) ON TABLE iam.permission_grants TO application_user;

--
-- Name: COLUMN permission_grants.resource; Type: ACL; Schema: iam; Owner: -
--

GRANT INSERT(resource),UPDATE(resource) ON TABLE iam.permission_grants TO application_user;

--
-- Name: COLUMN permission_grants.action; Type: ACL; Schema: iam; Owner: -
--

GRANT INSERT(action) ON TABLE iam.permission_grants TO application_user;

--
-- Name: COLUMN permission_grants.conditions; Type: ACL; Schema: iam; Owner: -
--

GRANT INSERT(conditions) ON TABLE iam.permission_grants TO application_user;

--
-- Name: FUNCTION is_granted(wanted_resource text, wanted_action text, context jsonb, team_id integer); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.is_granted(wanted_resource text, wanted_action text, context jsonb, team_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION iam.is_granted(wanted_resource text, wanted_action text, context jsonb, team_id integer) TO application_user;
GRANT ALL ON FUNCTION iam.is_granted(wanted_resource text, wanted_action text, context jsonb, team_id integer) TO application_readonly;
GRANT ALL ON FUNCTION iam.is_granted(wanted_resource text, wanted_action text, context jsonb, team_id integer) TO application_system;

--
-- Name: FUNCTION is_system_admin(); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.is_system_admin() FROM PUBLIC;
GRANT ALL ON FUNCTION iam.is_system_admin() TO application_user;
GRANT ALL ON FUNCTION iam.is_system_admin() TO application_readonly;
GRANT ALL ON FUNCTION iam.is_system_admin() TO application_system;

--
-- Name: FUNCTION managed_team_ids(); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.managed_team_ids() FROM PUBLIC;
GRANT ALL ON FUNCTION iam.managed_team_ids() TO application_user;
GRANT ALL ON FUNCTION iam.managed_team_ids() TO application_readonly;
GRANT ALL ON FUNCTION iam.managed_team_ids() TO application_system;

--
-- Name: FUNCTION set_first_user_as_admin(); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.set_first_user_as_admin() FROM PUBLIC;

--
-- Name: FUNCTION set_team_slug(); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.set_team_slug() FROM PUBLIC;

--
-- Name: FUNCTION slugify(value text); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.slugify(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION iam.slugify(value text) TO application_user;
GRANT ALL ON FUNCTION iam.slugify(value text) TO application_system;

--
-- Name: FUNCTION team_ids_with(wanted iam.permission); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.team_ids_with(wanted iam.permission) FROM PUBLIC;
GRANT ALL ON FUNCTION iam.team_ids_with(wanted iam.permission) TO application_user;
GRANT ALL ON FUNCTION iam.team_ids_with(wanted iam.permission) TO application_readonly;
GRANT ALL ON FUNCTION iam.team_ids_with(wanted iam.permission) TO application_system;

--
-- Name: FUNCTION visible_user_ids(); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.visible_user_ids() FROM PUBLIC;
GRANT ALL ON FUNCTION iam.visible_user_ids() TO application_user;
GRANT ALL ON FUNCTION iam.visible_user_ids() TO application_readonly;
GRANT ALL ON FUNCTION iam.visible_user_ids() TO application_system;

--
-- Name: TABLE api_key_connections; Type: ACL; Schema: integrations; Owner: -
--

GRANT DELETE ON TABLE integrations.api_key_connections TO application_user;
GRANT SELECT,DELETE ON TABLE integrations.api_key_connections TO application_system;

--
-- Name: COLUMN api_key_connections.id; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT(id) ON TABLE integrations.api_key_connections TO application_user;
GRANT SELECT(id) ON TABLE integrations.api_key_connections TO application_readonly;

--
-- Name: COLUMN api_key_connections.integration_id; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT(integration_id),INSERT(integration_id) ON TABLE integrations.api_key_connections TO application_user;
GRANT SELECT(integration_id) ON TABLE integrations.api_key_connections TO application_readonly;

--
-- Name: COLUMN api_key_connections.user_id; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT(user_id),INSERT(user_id) ON TABLE integrations.api_key_connections TO application_user;
GRANT SELECT(user_id) ON TABLE integrations.api_key_connections TO application_readonly;

--
-- Name: COLUMN api_key_connections.team_id; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT(team_id),INSERT(team_id) ON TABLE integrations.api_key_connections TO application_user;
GRANT SELECT(team_id) ON TABLE integrations.api_key_connections TO application_readonly;

--
-- Name: COLUMN api_key_connections.visibility; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT(visibility),INSERT(visibility),UPDATE(visibility) ON TABLE integrations.api_key_connections TO application_user;
GRANT SELECT(visibility) ON TABLE integrations.api_key_connections TO application_readonly;

--
-- Name: COLUMN api_key_connections.api_key; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(api_key),UPDATE(api_key) ON TABLE integrations.api_key_connections TO application_user;
GRANT UPDATE(api_key) ON TABLE integrations.api_key_connections TO application_system;

--
-- Name: COLUMN api_key_connections.created_at; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT(created_at) ON TABLE integrations.api_key_connections TO application_user;
GRANT SELECT(created_at) ON TABLE integrations.api_key_connections TO application_readonly;

--
-- Name: COLUMN api_key_connections.external_id; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT(external_id),INSERT(external_id) ON TABLE integrations.api_key_connections TO application_user;
GRANT SELECT(external_id) ON TABLE integrations.api_key_connections TO application_readonly;

--
-- Name: TABLE oauth2_connections; Type: ACL; Schema: integrations; Owner: -
--

GRANT DELETE ON TABLE integrations.oauth2_connections TO application_user;
GRANT SELECT,DELETE ON TABLE integrations.oauth2_connections TO application_system;

--
-- Name: COLUMN oauth2_connections.id; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT(id) ON TABLE integrations.oauth2_connections TO application_user;
GRANT SELECT(id) ON TABLE integrations.oauth2_connections TO application_readonly;

--
-- Name: COLUMN oauth2_connections.integration_id; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT(integration_id),INSERT(integration_id) ON TABLE integrations.oauth2_connections TO application_user;
GRANT SELECT(integration_id) ON TABLE integrations.oauth2_connections TO application_readonly;

--
-- Name: COLUMN oauth2_connections.user_id; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT(user_id),INSERT(user_id) ON TABLE integrations.oauth2_connections TO application_user;
GRANT SELECT(user_id) ON TABLE integrations.oauth2_connections TO application_readonly;

--
-- Name: COLUMN oauth2_connections.team_id; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT(team_id),INSERT(team_id) ON TABLE integrations.oauth2_connections TO application_user;
GRANT SELECT(team_id) ON TABLE integrations.oauth2_connections TO application_readonly;

--
-- Name: COLUMN oauth2_connections.visibility; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT(visibility),INSERT(visibility),UPDATE(visibility) ON TABLE integrations.oauth2_connections TO application_user;
GRANT SELECT(visibility) ON TABLE integrations.oauth2_connections TO application_readonly;

--
-- Name: COLUMN oauth2_connections.access_token; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(access_token),UPDATE(access_token) ON TABLE integrations.oauth2_connections TO application_user;
GRANT UPDATE(access_token) ON TABLE integrations.oauth2_connections TO application_system;

--
-- Name: COLUMN oauth2_connections.refresh_token; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(refresh_token),UPDATE(refresh_token) ON TABLE integrations.oauth2_connections TO application_user;
GRANT UPDATE(refresh_token) ON TABLE integrations.oauth2_connections TO application_system;

--
-- Name: COLUMN oauth2_connections.expires_at; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT(expires_at),INSERT(expires_at),UPDATE(expires_at) ON TABLE integrations.oauth2_connections TO application_user;
GRANT SELECT(expires_at) ON TABLE integrations.oauth2_connections TO application_readonly;
GRANT UPDATE(expires_at) ON TABLE integrations.oauth2_connections TO application_system;

--
-- Name: COLUMN oauth2_connections.scopes; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT(scopes),INSERT(scopes),UPDATE(scopes) ON TABLE integrations.oauth2_connections TO application_user;
GRANT SELECT(scopes) ON TABLE integrations.oauth2_connections TO application_readonly;
GRANT UPDATE(scopes) ON TABLE integrations.oauth2_connections TO application_system;

--
-- Name: COLUMN oauth2_connections.created_at; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT(created_at) ON TABLE integrations.oauth2_connections TO application_user;
GRANT SELECT(created_at) ON TABLE integrations.oauth2_connections TO application_readonly;

--
-- Name: COLUMN oauth2_connections.external_id; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT(external_id),INSERT(external_id) ON TABLE integrations.oauth2_connections TO application_user;
GRANT SELECT(external_id) ON TABLE integrations.oauth2_connections TO application_readonly;

--
-- Name: FUNCTION is_used_by_others(integration_id integer, team_id integer); Type: ACL; Schema: integrations; Owner: -
--

REVOKE ALL ON FUNCTION integrations.is_used_by_others(integration_id integer, team_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION integrations.is_used_by_others(integration_id integer, team_id integer) TO application_user;

--
-- Name: FUNCTION keep_what_others_use(); Type: ACL; Schema: integrations; Owner: -
--

REVOKE ALL ON FUNCTION integrations.keep_what_others_use() FROM PUBLIC;

--
-- Name: FUNCTION name_credential(); Type: ACL; Schema: integrations; Owner: -
--

REVOKE ALL ON FUNCTION integrations.name_credential() FROM PUBLIC;

--
-- Name: FUNCTION take_back_connection(); Type: ACL; Schema: integrations; Owner: -
--

REVOKE ALL ON FUNCTION integrations.take_back_connection() FROM PUBLIC;

--
-- Name: TABLE prompts; Type: ACL; Schema: assistants; Owner: -
--

GRANT SELECT,DELETE ON TABLE assistants.prompts TO application_user;
GRANT SELECT ON TABLE assistants.prompts TO application_readonly;
GRANT SELECT ON TABLE assistants.prompts TO application_system;

--
-- Name: COLUMN prompts.team_id; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(team_id) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.model_id; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(model_id),UPDATE(model_id) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.visibility; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(visibility),UPDATE(visibility) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.name; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(name),UPDATE(name) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.max_history_items; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(max_history_items),UPDATE(max_history_items) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.max_chunks; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(max_chunks),UPDATE(max_chunks) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.max_completion_tokens; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(max_completion_tokens),UPDATE(max_completion_tokens) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.trim_ratio; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(trim_ratio),UPDATE(trim_ratio) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.temperature; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(temperature),UPDATE(temperature) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.system_prompt; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(system_prompt),UPDATE(system_prompt) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.updated_at; Type: ACL; Schema: assistants; Owner: -
--

GRANT UPDATE(updated_at) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.created_by; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(created_by) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.prompt_type; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(prompt_type),UPDATE(prompt_type) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.description; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(description),UPDATE(description) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.disclaimer; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(disclaimer),UPDATE(disclaimer) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.example1; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(example1),UPDATE(example1) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.example2; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(example2),UPDATE(example2) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.example3; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(example3),UPDATE(example3) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.example4; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(example4),UPDATE(example4) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.category_id; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(category_id),UPDATE(category_id) ON TABLE assistants.prompts TO application_user;

--
-- Name: COLUMN prompts.image_icon_object_id; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(image_icon_object_id),UPDATE(image_icon_object_id) ON TABLE assistants.prompts TO application_user;

--
-- Name: TABLE token_usage_metrics; Type: ACL; Schema: llm; Owner: -
--

GRANT SELECT ON TABLE llm.token_usage_metrics TO application_user;
GRANT SELECT ON TABLE llm.token_usage_metrics TO application_readonly;
GRANT SELECT ON TABLE llm.token_usage_metrics TO application_system;

--
-- Name: COLUMN token_usage_metrics.chat_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(chat_id) ON TABLE llm.token_usage_metrics TO application_user;
GRANT INSERT(chat_id) ON TABLE llm.token_usage_metrics TO application_system;

--
-- Name: COLUMN token_usage_metrics.api_key_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(api_key_id) ON TABLE llm.token_usage_metrics TO application_user;
GRANT INSERT(api_key_id) ON TABLE llm.token_usage_metrics TO application_system;

--
-- Name: COLUMN token_usage_metrics.type; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(type) ON TABLE llm.token_usage_metrics TO application_user;
GRANT INSERT(type) ON TABLE llm.token_usage_metrics TO application_system;

--
-- Name: COLUMN token_usage_metrics.tokens; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(tokens) ON TABLE llm.token_usage_metrics TO application_user;
GRANT INSERT(tokens) ON TABLE llm.token_usage_metrics TO application_system;

--
-- Name: COLUMN token_usage_metrics.duration_ms; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(duration_ms) ON TABLE llm.token_usage_metrics TO application_user;
GRANT INSERT(duration_ms) ON TABLE llm.token_usage_metrics TO application_system;

--
-- Name: COLUMN token_usage_metrics.team_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(team_id) ON TABLE llm.token_usage_metrics TO application_user;
GRANT INSERT(team_id) ON TABLE llm.token_usage_metrics TO application_system;

--
-- Name: COLUMN token_usage_metrics.user_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(user_id) ON TABLE llm.token_usage_metrics TO application_user;
GRANT INSERT(user_id) ON TABLE llm.token_usage_metrics TO application_system;

--
-- Name: FUNCTION models_of_recent_usage(); Type: ACL; Schema: llm; Owner: -
--

REVOKE ALL ON FUNCTION llm.models_of_recent_usage() FROM PUBLIC;
GRANT ALL ON FUNCTION llm.models_of_recent_usage() TO application_user;
GRANT ALL ON FUNCTION llm.models_of_recent_usage() TO application_readonly;
GRANT ALL ON FUNCTION llm.models_of_recent_usage() TO application_system;

--
-- Name: TABLE rate_limit_windows; Type: ACL; Schema: llm; Owner: -
--

GRANT SELECT ON TABLE llm.rate_limit_windows TO application_system;

--
-- Name: FUNCTION purge_rate_limit_windows(); Type: ACL; Schema: llm; Owner: -
--

REVOKE ALL ON FUNCTION llm.purge_rate_limit_windows() FROM PUBLIC;
GRANT ALL ON FUNCTION llm.purge_rate_limit_windows() TO application_system;

--
-- Name: FUNCTION settle_request(api_key_id integer, model_id integer, ability_id integer, window_start timestamp with time zone, estimated_tokens integer, actual_tokens integer, cost bigint, OUT quota_left bigint); Type: ACL; Schema: llm; Owner: -
--

REVOKE ALL ON FUNCTION llm.settle_request(api_key_id integer, model_id integer, ability_id integer, window_start timestamp with time zone, estimated_tokens integer, actual_tokens integer, cost bigint, OUT quota_left bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION llm.settle_request(api_key_id integer, model_id integer, ability_id integer, window_start timestamp with time zone, estimated_tokens integer, actual_tokens integer, cost bigint, OUT quota_left bigint) TO application_system;

--
-- Name: FUNCTION take_request(api_key_id integer, model_id integer, ability_id integer, tokens integer, OUT allowed boolean, OUT refused_by text, OUT retry_after interval, OUT window_start timestamp with time zone); Type: ACL; Schema: llm; Owner: -
--

REVOKE ALL ON FUNCTION llm.take_request(api_key_id integer, model_id integer, ability_id integer, tokens integer, OUT allowed boolean, OUT refused_by text, OUT retry_after interval, OUT window_start timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION llm.take_request(api_key_id integer, model_id integer, ability_id integer, tokens integer, OUT allowed boolean, OUT refused_by text, OUT retry_after interval, OUT window_start timestamp with time zone) TO application_system;

--
-- Name: FUNCTION activate_config(wanted_name text, wanted_version integer); Type: ACL; Schema: ops; Owner: -
--

REVOKE ALL ON FUNCTION ops.activate_config(wanted_name text, wanted_version integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ops.activate_config(wanted_name text, wanted_version integer) TO application_user;
GRANT ALL ON FUNCTION ops.activate_config(wanted_name text, wanted_version integer) TO application_system;

--
-- Name: FUNCTION add_partition(parent text, month timestamp with time zone); Type: ACL; Schema: ops; Owner: -
--

REVOKE ALL ON FUNCTION ops.add_partition(parent text, month timestamp with time zone) FROM PUBLIC;

--
-- Name: TABLE cache; Type: ACL; Schema: ops; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE ops.cache TO application_system;

--
-- Name: FUNCTION purge_expired_cache(); Type: ACL; Schema: ops; Owner: -
--

REVOKE ALL ON FUNCTION ops.purge_expired_cache() FROM PUBLIC;
GRANT ALL ON FUNCTION ops.purge_expired_cache() TO application_system;

--
-- Name: TABLE credential_tokens; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE integrations.credential_tokens TO application_system;

--
-- Name: TABLE credentials; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE integrations.credentials TO application_system;

--
-- Name: FUNCTION cleanup_expired(); Type: ACL; Schema: ops; Owner: -
--

REVOKE ALL ON FUNCTION ops.cleanup_expired() FROM PUBLIC;
GRANT ALL ON FUNCTION ops.cleanup_expired() TO application_system;

--
-- Name: FUNCTION drop_partitions_before(moment timestamp with time zone, bodies_only boolean); Type: ACL; Schema: ops; Owner: -
--

REVOKE ALL ON FUNCTION ops.drop_partitions_before(moment timestamp with time zone, bodies_only boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION ops.drop_partitions_before(moment timestamp with time zone, bodies_only boolean) TO application_system;

--
-- Name: FUNCTION ensure_partitions(months_ahead integer); Type: ACL; Schema: ops; Owner: -
--

REVOKE ALL ON FUNCTION ops.ensure_partitions(months_ahead integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ops.ensure_partitions(months_ahead integer) TO application_system;

--
-- Name: FUNCTION purge_audit_trail_before(moment timestamp with time zone); Type: ACL; Schema: ops; Owner: -
--

REVOKE ALL ON FUNCTION ops.purge_audit_trail_before(moment timestamp with time zone) FROM PUBLIC;

--
-- Name: FUNCTION refuse_change_of_version(); Type: ACL; Schema: ops; Owner: -
--

REVOKE ALL ON FUNCTION ops.refuse_change_of_version() FROM PUBLIC;

--
-- Name: TABLE request_log_bodies; Type: ACL; Schema: llm; Owner: -
--

GRANT SELECT ON TABLE llm.request_log_bodies TO application_user;
GRANT SELECT ON TABLE llm.request_log_bodies TO application_readonly;
GRANT SELECT,INSERT,DELETE ON TABLE llm.request_log_bodies TO application_system;

--
-- Name: COLUMN request_log_bodies.response_json; Type: ACL; Schema: llm; Owner: -
--

GRANT UPDATE(response_json) ON TABLE llm.request_log_bodies TO application_system;

--
-- Name: TABLE request_logs; Type: ACL; Schema: llm; Owner: -
--

GRANT SELECT ON TABLE llm.request_logs TO application_user;
GRANT SELECT ON TABLE llm.request_logs TO application_readonly;
GRANT SELECT,INSERT ON TABLE llm.request_logs TO application_system;

--
-- Name: COLUMN request_logs.channel_id; Type: ACL; Schema: llm; Owner: -
--

GRANT UPDATE(channel_id) ON TABLE llm.request_logs TO application_system;

--
-- Name: COLUMN request_logs.auth_id; Type: ACL; Schema: llm; Owner: -
--

GRANT UPDATE(auth_id) ON TABLE llm.request_logs TO application_system;

--
-- Name: COLUMN request_logs.provider; Type: ACL; Schema: llm; Owner: -
--

GRANT UPDATE(provider) ON TABLE llm.request_logs TO application_system;

--
-- Name: COLUMN request_logs.status; Type: ACL; Schema: llm; Owner: -
--

GRANT UPDATE(status) ON TABLE llm.request_logs TO application_system;

--
-- Name: COLUMN request_logs.status_code; Type: ACL; Schema: llm; Owner: -
--

GRANT UPDATE(status_code) ON TABLE llm.request_logs TO application_system;

--
-- Name: COLUMN request_logs.latency_ms; Type: ACL; Schema: llm; Owner: -
--

GRANT UPDATE(latency_ms) ON TABLE llm.request_logs TO application_system;

--
-- Name: COLUMN request_logs.input_tokens; Type: ACL; Schema: llm; Owner: -
--

GRANT UPDATE(input_tokens) ON TABLE llm.request_logs TO application_system;

--
-- Name: COLUMN request_logs.output_tokens; Type: ACL; Schema: llm; Owner: -
--

GRANT UPDATE(output_tokens) ON TABLE llm.request_logs TO application_system;

--
-- Name: COLUMN request_logs.cache_read_tokens; Type: ACL; Schema: llm; Owner: -
--

GRANT UPDATE(cache_read_tokens) ON TABLE llm.request_logs TO application_system;

--
-- Name: COLUMN request_logs.cache_create_tokens; Type: ACL; Schema: llm; Owner: -
--

GRANT UPDATE(cache_create_tokens) ON TABLE llm.request_logs TO application_system;

--
-- Name: COLUMN request_logs.cost; Type: ACL; Schema: llm; Owner: -
--

GRANT UPDATE(cost) ON TABLE llm.request_logs TO application_system;

--
-- Name: COLUMN request_logs.error_message; Type: ACL; Schema: llm; Owner: -
--

GRANT UPDATE(error_message) ON TABLE llm.request_logs TO application_system;

--
-- Name: FUNCTION rows_outside_partitions(); Type: ACL; Schema: ops; Owner: -
--

REVOKE ALL ON FUNCTION ops.rows_outside_partitions() FROM PUBLIC;
GRANT ALL ON FUNCTION ops.rows_outside_partitions() TO application_system;

--
-- Name: FUNCTION table_statistics(); Type: ACL; Schema: ops; Owner: -
--

REVOKE ALL ON FUNCTION ops.table_statistics() FROM PUBLIC;
GRANT ALL ON FUNCTION ops.table_statistics() TO application_system;

--
-- Name: FUNCTION write_audit(); Type: ACL; Schema: ops; Owner: -
--

REVOKE ALL ON FUNCTION ops.write_audit() FROM PUBLIC;

--
-- Name: FUNCTION set_updated_at(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.set_updated_at() FROM PUBLIC;

--
-- Name: TABLE objects; Type: ACL; Schema: storage; Owner: -
--

GRANT SELECT,DELETE ON TABLE storage.objects TO application_user;
GRANT SELECT ON TABLE storage.objects TO application_readonly;
GRANT SELECT,DELETE ON TABLE storage.objects TO application_system;

--
-- Name: COLUMN objects.team_id; Type: ACL; Schema: storage; Owner: -
--

GRANT INSERT(team_id) ON TABLE storage.objects TO application_user;

--
-- Name: COLUMN objects.object_name; Type: ACL; Schema: storage; Owner: -
--

GRANT INSERT(object_name) ON TABLE storage.objects TO application_user;

--
-- Name: COLUMN objects.object_data; Type: ACL; Schema: storage; Owner: -
--

GRANT INSERT(object_data) ON TABLE storage.objects TO application_user;

--
-- Name: COLUMN objects.mime_type; Type: ACL; Schema: storage; Owner: -
--

GRANT INSERT(mime_type) ON TABLE storage.objects TO application_user;

--
-- Name: COLUMN objects.file_name; Type: ACL; Schema: storage; Owner: -
--

GRANT INSERT(file_name) ON TABLE storage.objects TO application_user;

--
-- Name: COLUMN objects.file_size; Type: ACL; Schema: storage; Owner: -
--

GRANT INSERT(file_size) ON TABLE storage.objects TO application_user;

--
-- Name: COLUMN objects.file_hash; Type: ACL; Schema: storage; Owner: -
--

GRANT INSERT(file_hash) ON TABLE storage.objects TO application_user;

--
-- Name: COLUMN objects.created_by; Type: ACL; Schema: storage; Owner: -
--

GRANT INSERT(created_by) ON TABLE storage.objects TO application_user;

--
-- Name: FUNCTION is_own_object(object_id integer); Type: ACL; Schema: rag; Owner: -
--

REVOKE ALL ON FUNCTION rag.is_own_object(object_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION rag.is_own_object(object_id integer) TO application_user;

--
-- Name: FUNCTION nearest_chunks(embedding public.vector, count integer, within integer[]); Type: ACL; Schema: rag; Owner: -
--

REVOKE ALL ON FUNCTION rag.nearest_chunks(embedding public.vector, count integer, within integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rag.nearest_chunks(embedding public.vector, count integer, within integer[]) TO application_user;
GRANT ALL ON FUNCTION rag.nearest_chunks(embedding public.vector, count integer, within integer[]) TO application_readonly;
GRANT ALL ON FUNCTION rag.nearest_chunks(embedding public.vector, count integer, within integer[]) TO application_system;

--
-- Name: FUNCTION search_chunks(query text, count integer, within integer[]); Type: ACL; Schema: rag; Owner: -
--

REVOKE ALL ON FUNCTION rag.search_chunks(query text, count integer, within integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION rag.search_chunks(query text, count integer, within integer[]) TO application_user;
GRANT ALL ON FUNCTION rag.search_chunks(query text, count integer, within integer[]) TO application_readonly;

--
-- Name: TABLE datasets; Type: ACL; Schema: rag; Owner: -
--

GRANT SELECT,DELETE ON TABLE rag.datasets TO application_user;
GRANT SELECT ON TABLE rag.datasets TO application_readonly;
GRANT SELECT ON TABLE rag.datasets TO application_system;

--
-- Name: COLUMN datasets.team_id; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(team_id) ON TABLE rag.datasets TO application_user;

--
-- Name: COLUMN datasets.embeddings_model_id; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(embeddings_model_id),UPDATE(embeddings_model_id) ON TABLE rag.datasets TO application_user;

--
-- Name: COLUMN datasets.visibility; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(visibility),UPDATE(visibility) ON TABLE rag.datasets TO application_user;

--
-- Name: COLUMN datasets.name; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(name),UPDATE(name) ON TABLE rag.datasets TO application_user;

--
-- Name: COLUMN datasets.chunking_strategy; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(chunking_strategy),UPDATE(chunking_strategy) ON TABLE rag.datasets TO application_user;

--
-- Name: COLUMN datasets.combine_under_n_chars; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(combine_under_n_chars),UPDATE(combine_under_n_chars) ON TABLE rag.datasets TO application_user;

--
-- Name: COLUMN datasets.new_after_n_chars; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(new_after_n_chars),UPDATE(new_after_n_chars) ON TABLE rag.datasets TO application_user;

--
-- Name: COLUMN datasets.multipage_sections; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(multipage_sections),UPDATE(multipage_sections) ON TABLE rag.datasets TO application_user;

--
-- Name: COLUMN datasets.updated_at; Type: ACL; Schema: rag; Owner: -
--

GRANT UPDATE(updated_at) ON TABLE rag.datasets TO application_user;

--
-- Name: COLUMN datasets.created_by; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(created_by) ON TABLE rag.datasets TO application_user;

--
-- Name: COLUMN datasets.is_project; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(is_project) ON TABLE rag.datasets TO application_user;

--
-- Name: FUNCTION visible_dataset_ids(); Type: ACL; Schema: rag; Owner: -
--

REVOKE ALL ON FUNCTION rag.visible_dataset_ids() FROM PUBLIC;
GRANT ALL ON FUNCTION rag.visible_dataset_ids() TO application_user;
GRANT ALL ON FUNCTION rag.visible_dataset_ids() TO application_readonly;
GRANT ALL ON FUNCTION rag.visible_dataset_ids() TO application_system;

--
-- Name: TABLE categories; Type: ACL; Schema: assistants; Owner: -
--

GRANT SELECT,DELETE ON TABLE assistants.categories TO application_user;
GRANT SELECT ON TABLE assistants.categories TO application_readonly;
GRANT SELECT ON TABLE assistants.categories TO application_system;

--
-- Name: COLUMN categories.name; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(name),UPDATE(name) ON TABLE assistants.categories TO application_user;

--
-- Name: COLUMN categories.description; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(description),UPDATE(description) ON TABLE assistants.categories TO application_user;

--
-- Name: TABLE projects; Type: ACL; Schema: assistants; Owner: -
--

GRANT SELECT,DELETE ON TABLE assistants.projects TO application_user;
GRANT SELECT ON TABLE assistants.projects TO application_readonly;
GRANT SELECT ON TABLE assistants.projects TO application_system;

--
-- Name: COLUMN projects.team_id; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(team_id) ON TABLE assistants.projects TO application_user;

--
-- Name: COLUMN projects.dataset_id; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(dataset_id) ON TABLE assistants.projects TO application_user;

--
-- Name: COLUMN projects.name; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(name),UPDATE(name) ON TABLE assistants.projects TO application_user;

--
-- Name: COLUMN projects.instructions; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(instructions),UPDATE(instructions) ON TABLE assistants.projects TO application_user;

--
-- Name: COLUMN projects.visibility; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(visibility),UPDATE(visibility) ON TABLE assistants.projects TO application_user;

--
-- Name: COLUMN projects.created_by; Type: ACL; Schema: assistants; Owner: -
--

GRANT INSERT(created_by) ON TABLE assistants.projects TO application_user;

--
-- Name: COLUMN projects.updated_at; Type: ACL; Schema: assistants; Owner: -
--

GRANT UPDATE(updated_at) ON TABLE assistants.projects TO application_user;

--
-- Name: TABLE prompt_dataset; Type: ACL; Schema: assistants; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE assistants.prompt_dataset TO application_user;
GRANT SELECT ON TABLE assistants.prompt_dataset TO application_readonly;
GRANT SELECT ON TABLE assistants.prompt_dataset TO application_system;

--
-- Name: TABLE automation_cron_triggers; Type: ACL; Schema: automation; Owner: -
--

GRANT SELECT,DELETE ON TABLE automation.automation_cron_triggers TO application_user;
GRANT SELECT ON TABLE automation.automation_cron_triggers TO application_readonly;
GRANT SELECT ON TABLE automation.automation_cron_triggers TO application_system;

--
-- Name: COLUMN automation_cron_triggers.prompt_id; Type: ACL; Schema: automation; Owner: -
--

GRANT INSERT(prompt_id) ON TABLE automation.automation_cron_triggers TO application_user;

--
-- Name: COLUMN automation_cron_triggers.cron_expression; Type: ACL; Schema: automation; Owner: -
--

GRANT INSERT(cron_expression),UPDATE(cron_expression) ON TABLE automation.automation_cron_triggers TO application_user;

--
-- Name: COLUMN automation_cron_triggers.team_id; Type: ACL; Schema: automation; Owner: -
--

GRANT INSERT(team_id) ON TABLE automation.automation_cron_triggers TO application_user;

--
-- Name: COLUMN automation_cron_triggers.next_run_at; Type: ACL; Schema: automation; Owner: -
--

GRANT UPDATE(next_run_at) ON TABLE automation.automation_cron_triggers TO application_system;

--
-- Name: TABLE automation_runs; Type: ACL; Schema: automation; Owner: -
--

GRANT SELECT,DELETE ON TABLE automation.automation_runs TO application_user;
GRANT SELECT ON TABLE automation.automation_runs TO application_readonly;
GRANT SELECT ON TABLE automation.automation_runs TO application_system;

--
-- Name: COLUMN automation_runs.prompt_id; Type: ACL; Schema: automation; Owner: -
--

GRANT INSERT(prompt_id) ON TABLE automation.automation_runs TO application_user;
GRANT INSERT(prompt_id) ON TABLE automation.automation_runs TO application_system;

--
-- Name: COLUMN automation_runs.status; Type: ACL; Schema: automation; Owner: -
--

GRANT UPDATE(status) ON TABLE automation.automation_runs TO application_system;

--
-- Name: COLUMN automation_runs.started_at; Type: ACL; Schema: automation; Owner: -
--

GRANT UPDATE(started_at) ON TABLE automation.automation_runs TO application_system;

--
-- Name: COLUMN automation_runs.completed_at; Type: ACL; Schema: automation; Owner: -
--

GRANT UPDATE(completed_at) ON TABLE automation.automation_runs TO application_system;

--
-- Name: COLUMN automation_runs.team_id; Type: ACL; Schema: automation; Owner: -
--

GRANT INSERT(team_id) ON TABLE automation.automation_runs TO application_user;
GRANT INSERT(team_id) ON TABLE automation.automation_runs TO application_system;

--
-- Name: COLUMN automation_runs.scheduled_for; Type: ACL; Schema: automation; Owner: -
--

GRANT INSERT(scheduled_for),UPDATE(scheduled_for) ON TABLE automation.automation_runs TO application_user;
GRANT INSERT(scheduled_for),UPDATE(scheduled_for) ON TABLE automation.automation_runs TO application_system;

--
-- Name: COLUMN automation_runs.claimed_by; Type: ACL; Schema: automation; Owner: -
--

GRANT UPDATE(claimed_by) ON TABLE automation.automation_runs TO application_system;

--
-- Name: COLUMN automation_runs.heartbeat_at; Type: ACL; Schema: automation; Owner: -
--

GRANT UPDATE(heartbeat_at) ON TABLE automation.automation_runs TO application_system;

--
-- Name: COLUMN automation_runs.attempts; Type: ACL; Schema: automation; Owner: -
--

GRANT UPDATE(attempts) ON TABLE automation.automation_runs TO application_system;

--
-- Name: COLUMN automation_runs.error; Type: ACL; Schema: automation; Owner: -
--

GRANT UPDATE(error) ON TABLE automation.automation_runs TO application_system;

--
-- Name: TABLE automation_webhook_triggers; Type: ACL; Schema: automation; Owner: -
--

GRANT DELETE ON TABLE automation.automation_webhook_triggers TO application_user;
GRANT SELECT ON TABLE automation.automation_webhook_triggers TO application_system;

--
-- Name: COLUMN automation_webhook_triggers.id; Type: ACL; Schema: automation; Owner: -
--

GRANT SELECT(id) ON TABLE automation.automation_webhook_triggers TO application_user;
GRANT SELECT(id) ON TABLE automation.automation_webhook_triggers TO application_readonly;

--
-- Name: COLUMN automation_webhook_triggers.prompt_id; Type: ACL; Schema: automation; Owner: -
--

GRANT SELECT(prompt_id),INSERT(prompt_id) ON TABLE automation.automation_webhook_triggers TO application_user;
GRANT SELECT(prompt_id) ON TABLE automation.automation_webhook_triggers TO application_readonly;

--
-- Name: COLUMN automation_webhook_triggers.secret; Type: ACL; Schema: automation; Owner: -
--

GRANT INSERT(secret),UPDATE(secret) ON TABLE automation.automation_webhook_triggers TO application_user;

--
-- Name: COLUMN automation_webhook_triggers.created_at; Type: ACL; Schema: automation; Owner: -
--

GRANT SELECT(created_at) ON TABLE automation.automation_webhook_triggers TO application_user;
GRANT SELECT(created_at) ON TABLE automation.automation_webhook_triggers TO application_readonly;

--
-- Name: COLUMN automation_webhook_triggers.team_id; Type: ACL; Schema: automation; Owner: -
--

GRANT SELECT(team_id),INSERT(team_id) ON TABLE automation.automation_webhook_triggers TO application_user;
GRANT SELECT(team_id) ON TABLE automation.automation_webhook_triggers TO application_readonly;

--
-- Name: TABLE group_members; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE iam.group_members TO application_user;
GRANT SELECT ON TABLE iam.group_members TO application_readonly;
GRANT SELECT ON TABLE iam.group_members TO application_system;

--
-- Name: TABLE groups; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT,DELETE ON TABLE iam.groups TO application_user;
GRANT SELECT ON TABLE iam.groups TO application_readonly;
GRANT SELECT ON TABLE iam.groups TO application_system;

--
-- Name: COLUMN groups.name; Type: ACL; Schema: iam; Owner: -
--

GRANT INSERT(name),UPDATE(name) ON TABLE iam.groups TO application_user;

--
-- Name: COLUMN groups.description; Type: ACL; Schema: iam; Owner: -
--

GRANT INSERT(description),UPDATE(description) ON TABLE iam.groups TO application_user;

--
-- Name: TABLE oauth_clients; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE iam.oauth_clients TO application_system;

--
-- Name: SEQUENCE oauth_clients_id_seq; Type: ACL; Schema: iam; Owner: -
--

GRANT USAGE ON SEQUENCE iam.oauth_clients_id_seq TO application_system;

--
-- Name: TABLE integrations; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT,DELETE ON TABLE integrations.integrations TO application_user;
GRANT SELECT ON TABLE integrations.integrations TO application_readonly;
GRANT SELECT ON TABLE integrations.integrations TO application_system;

--
-- Name: COLUMN integrations.integration_type; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(integration_type),UPDATE(integration_type) ON TABLE integrations.integrations TO application_user;

--
-- Name: COLUMN integrations.name; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(name),UPDATE(name) ON TABLE integrations.integrations TO application_user;

--
-- Name: COLUMN integrations.updated_at; Type: ACL; Schema: integrations; Owner: -
--

GRANT UPDATE(updated_at) ON TABLE integrations.integrations TO application_user;

--
-- Name: COLUMN integrations.definition; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(definition),UPDATE(definition) ON TABLE integrations.integrations TO application_user;

--
-- Name: COLUMN integrations.visibility; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(visibility),UPDATE(visibility) ON TABLE integrations.integrations TO application_user;

--
-- Name: COLUMN integrations.team_id; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(team_id) ON TABLE integrations.integrations TO application_user;

--
-- Name: COLUMN integrations.created_by; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(created_by) ON TABLE integrations.integrations TO application_user;

--
-- Name: TABLE openapi_spec_api_keys; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE integrations.openapi_spec_api_keys TO application_system;

--
-- Name: TABLE openapi_spec_selections; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT,DELETE ON TABLE integrations.openapi_spec_selections TO application_user;
GRANT SELECT ON TABLE integrations.openapi_spec_selections TO application_readonly;
GRANT SELECT ON TABLE integrations.openapi_spec_selections TO application_system;

--
-- Name: COLUMN openapi_spec_selections.category; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(category) ON TABLE integrations.openapi_spec_selections TO application_user;

--
-- Name: COLUMN openapi_spec_selections.openapi_spec_id; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(openapi_spec_id),UPDATE(openapi_spec_id) ON TABLE integrations.openapi_spec_selections TO application_user;

--
-- Name: COLUMN openapi_spec_selections.updated_at; Type: ACL; Schema: integrations; Owner: -
--

GRANT UPDATE(updated_at) ON TABLE integrations.openapi_spec_selections TO application_user;

--
-- Name: TABLE openapi_specs; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT,DELETE ON TABLE integrations.openapi_specs TO application_user;
GRANT SELECT ON TABLE integrations.openapi_specs TO application_readonly;
GRANT SELECT ON TABLE integrations.openapi_specs TO application_system;

--
-- Name: COLUMN openapi_specs.slug; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(slug),UPDATE(slug) ON TABLE integrations.openapi_specs TO application_user;

--
-- Name: COLUMN openapi_specs.title; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(title),UPDATE(title) ON TABLE integrations.openapi_specs TO application_user;

--
-- Name: COLUMN openapi_specs.description; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(description),UPDATE(description) ON TABLE integrations.openapi_specs TO application_user;

--
-- Name: COLUMN openapi_specs.spec; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(spec),UPDATE(spec) ON TABLE integrations.openapi_specs TO application_user;

--
-- Name: COLUMN openapi_specs.logo_url; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(logo_url),UPDATE(logo_url) ON TABLE integrations.openapi_specs TO application_user;

--
-- Name: COLUMN openapi_specs.is_active; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(is_active),UPDATE(is_active) ON TABLE integrations.openapi_specs TO application_user;

--
-- Name: COLUMN openapi_specs.updated_at; Type: ACL; Schema: integrations; Owner: -
--

GRANT UPDATE(updated_at) ON TABLE integrations.openapi_specs TO application_user;

--
-- Name: COLUMN openapi_specs.category; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(category),UPDATE(category) ON TABLE integrations.openapi_specs TO application_user;

--
-- Name: TABLE prompt_integration; Type: ACL; Schema: integrations; Owner: -
--

GRANT SELECT,DELETE ON TABLE integrations.prompt_integration TO application_user;
GRANT SELECT ON TABLE integrations.prompt_integration TO application_readonly;
GRANT SELECT ON TABLE integrations.prompt_integration TO application_system;

--
-- Name: COLUMN prompt_integration.prompt_id; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(prompt_id) ON TABLE integrations.prompt_integration TO application_user;

--
-- Name: COLUMN prompt_integration.integration_id; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(integration_id) ON TABLE integrations.prompt_integration TO application_user;

--
-- Name: COLUMN prompt_integration.api_connection_id; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(api_connection_id) ON TABLE integrations.prompt_integration TO application_user;

--
-- Name: COLUMN prompt_integration.oauth2_connection_id; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(oauth2_connection_id) ON TABLE integrations.prompt_integration TO application_user;

--
-- Name: COLUMN prompt_integration.team_id; Type: ACL; Schema: integrations; Owner: -
--

GRANT INSERT(team_id) ON TABLE integrations.prompt_integration TO application_user;

--
-- Name: TABLE api_chats; Type: ACL; Schema: llm; Owner: -
--

GRANT SELECT ON TABLE llm.api_chats TO application_user;
GRANT SELECT ON TABLE llm.api_chats TO application_readonly;
GRANT SELECT ON TABLE llm.api_chats TO application_system;

--
-- Name: COLUMN api_chats.api_key_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(api_key_id) ON TABLE llm.api_chats TO application_user;
GRANT INSERT(api_key_id) ON TABLE llm.api_chats TO application_system;

--
-- Name: COLUMN api_chats.status; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(status),UPDATE(status) ON TABLE llm.api_chats TO application_user;
GRANT INSERT(status),UPDATE(status) ON TABLE llm.api_chats TO application_system;

--
-- Name: COLUMN api_chats.updated_at; Type: ACL; Schema: llm; Owner: -
--

GRANT UPDATE(updated_at) ON TABLE llm.api_chats TO application_user;
GRANT UPDATE(updated_at) ON TABLE llm.api_chats TO application_system;

--
-- Name: COLUMN api_chats.role; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(role) ON TABLE llm.api_chats TO application_user;
GRANT INSERT(role) ON TABLE llm.api_chats TO application_system;

--
-- Name: COLUMN api_chats.tool_calls; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(tool_calls),UPDATE(tool_calls) ON TABLE llm.api_chats TO application_user;
GRANT INSERT(tool_calls),UPDATE(tool_calls) ON TABLE llm.api_chats TO application_system;

--
-- Name: COLUMN api_chats.content; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(content),UPDATE(content) ON TABLE llm.api_chats TO application_user;
GRANT INSERT(content),UPDATE(content) ON TABLE llm.api_chats TO application_system;

--
-- Name: COLUMN api_chats.tool_call_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(tool_call_id),UPDATE(tool_call_id) ON TABLE llm.api_chats TO application_user;
GRANT INSERT(tool_call_id),UPDATE(tool_call_id) ON TABLE llm.api_chats TO application_system;

--
-- Name: COLUMN api_chats.team_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(team_id) ON TABLE llm.api_chats TO application_user;
GRANT INSERT(team_id) ON TABLE llm.api_chats TO application_system;

--
-- Name: COLUMN api_chats.user_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(user_id) ON TABLE llm.api_chats TO application_user;
GRANT INSERT(user_id) ON TABLE llm.api_chats TO application_system;

--
-- Name: TABLE chats_attachments; Type: ACL; Schema: llm; Owner: -
--

GRANT SELECT,INSERT ON TABLE llm.chats_attachments TO application_user;
GRANT SELECT,INSERT ON TABLE llm.chats_attachments TO application_system;
GRANT SELECT ON TABLE llm.chats_attachments TO application_readonly;

--
-- Name: TABLE conversations; Type: ACL; Schema: llm; Owner: -
--

GRANT SELECT,DELETE ON TABLE llm.conversations TO application_user;
GRANT SELECT ON TABLE llm.conversations TO application_readonly;
GRANT SELECT ON TABLE llm.conversations TO application_system;

--
-- Name: COLUMN conversations.user_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(user_id) ON TABLE llm.conversations TO application_user;
GRANT INSERT(user_id) ON TABLE llm.conversations TO application_system;

--
-- Name: COLUMN conversations.team_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(team_id) ON TABLE llm.conversations TO application_user;
GRANT INSERT(team_id) ON TABLE llm.conversations TO application_system;

--
-- Name: COLUMN conversations.project_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(project_id),UPDATE(project_id) ON TABLE llm.conversations TO application_user;
GRANT INSERT(project_id) ON TABLE llm.conversations TO application_system;

--
-- Name: TABLE inference_metrics; Type: ACL; Schema: llm; Owner: -
--

GRANT SELECT ON TABLE llm.inference_metrics TO application_user;
GRANT SELECT ON TABLE llm.inference_metrics TO application_readonly;
GRANT SELECT ON TABLE llm.inference_metrics TO application_system;

--
-- Name: TABLE prompt_flags; Type: ACL; Schema: llm; Owner: -
--

GRANT SELECT ON TABLE llm.prompt_flags TO application_user;
GRANT SELECT ON TABLE llm.prompt_flags TO application_readonly;
GRANT SELECT ON TABLE llm.prompt_flags TO application_system;

--
-- Name: COLUMN prompt_flags.chat_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(chat_id) ON TABLE llm.prompt_flags TO application_user;
GRANT INSERT(chat_id) ON TABLE llm.prompt_flags TO application_system;

--
-- Name: COLUMN prompt_flags.flag_type; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(flag_type) ON TABLE llm.prompt_flags TO application_user;
GRANT INSERT(flag_type) ON TABLE llm.prompt_flags TO application_system;

--
-- Name: COLUMN prompt_flags.team_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(team_id) ON TABLE llm.prompt_flags TO application_user;
GRANT INSERT(team_id) ON TABLE llm.prompt_flags TO application_system;

--
-- Name: COLUMN prompt_flags.user_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(user_id) ON TABLE llm.prompt_flags TO application_user;
GRANT INSERT(user_id) ON TABLE llm.prompt_flags TO application_system;

--
-- Name: TABLE rate_limits; Type: ACL; Schema: llm; Owner: -
--

GRANT SELECT,DELETE ON TABLE llm.rate_limits TO application_user;
GRANT SELECT ON TABLE llm.rate_limits TO application_readonly;
GRANT SELECT ON TABLE llm.rate_limits TO application_system;

--
-- Name: COLUMN rate_limits.api_key_id; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(api_key_id) ON TABLE llm.rate_limits TO application_user;

--
-- Name: COLUMN rate_limits.tpm_limit; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(tpm_limit),UPDATE(tpm_limit) ON TABLE llm.rate_limits TO application_user;

--
-- Name: COLUMN rate_limits.rpm_limit; Type: ACL; Schema: llm; Owner: -
--

GRANT INSERT(rpm_limit),UPDATE(rpm_limit) ON TABLE llm.rate_limits TO application_user;

--
-- Name: TABLE usage_stats; Type: ACL; Schema: llm; Owner: -
--

GRANT SELECT ON TABLE llm.usage_stats TO application_user;
GRANT SELECT ON TABLE llm.usage_stats TO application_readonly;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE llm.usage_stats TO application_system;

--
-- Name: TABLE abilities; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT,DELETE ON TABLE model_registry.abilities TO application_user;
GRANT SELECT ON TABLE model_registry.abilities TO application_readonly;
GRANT SELECT ON TABLE model_registry.abilities TO application_system;

--
-- Name: COLUMN abilities.group_id; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(group_id),UPDATE(group_id) ON TABLE model_registry.abilities TO application_user;

--
-- Name: COLUMN abilities.model; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(model),UPDATE(model) ON TABLE model_registry.abilities TO application_user;

--
-- Name: COLUMN abilities.channel_id; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(channel_id),UPDATE(channel_id) ON TABLE model_registry.abilities TO application_user;

--
-- Name: COLUMN abilities.enabled; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(enabled),UPDATE(enabled) ON TABLE model_registry.abilities TO application_user;
GRANT UPDATE(enabled) ON TABLE model_registry.abilities TO application_system;

--
-- Name: COLUMN abilities.rate_limit; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(rate_limit),UPDATE(rate_limit) ON TABLE model_registry.abilities TO application_user;

--
-- Name: TABLE channels; Type: ACL; Schema: model_registry; Owner: -
--

GRANT DELETE ON TABLE model_registry.channels TO application_user;
GRANT SELECT ON TABLE model_registry.channels TO application_system;

--
-- Name: COLUMN channels.id; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(id),INSERT(id) ON TABLE model_registry.channels TO application_user;
GRANT SELECT(id) ON TABLE model_registry.channels TO application_readonly;

--
-- Name: COLUMN channels.name; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(name),INSERT(name),UPDATE(name) ON TABLE model_registry.channels TO application_user;
GRANT SELECT(name) ON TABLE model_registry.channels TO application_readonly;

--
-- Name: COLUMN channels.channel_type; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(channel_type),INSERT(channel_type),UPDATE(channel_type) ON TABLE model_registry.channels TO application_user;
GRANT SELECT(channel_type) ON TABLE model_registry.channels TO application_readonly;

--
-- Name: COLUMN channels.base_url; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(base_url),INSERT(base_url),UPDATE(base_url) ON TABLE model_registry.channels TO application_user;
GRANT SELECT(base_url) ON TABLE model_registry.channels TO application_readonly;

--
-- Name: COLUMN channels.api_key; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(api_key),UPDATE(api_key) ON TABLE model_registry.channels TO application_user;
GRANT UPDATE(api_key) ON TABLE model_registry.channels TO application_system;

--
-- Name: COLUMN channels.api_version; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(api_version),INSERT(api_version),UPDATE(api_version) ON TABLE model_registry.channels TO application_user;
GRANT SELECT(api_version) ON TABLE model_registry.channels TO application_readonly;

--
-- Name: COLUMN channels.models; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(models),INSERT(models),UPDATE(models) ON TABLE model_registry.channels TO application_user;
GRANT SELECT(models) ON TABLE model_registry.channels TO application_readonly;

--
-- Name: COLUMN channels.priority; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(priority),INSERT(priority),UPDATE(priority) ON TABLE model_registry.channels TO application_user;
GRANT SELECT(priority) ON TABLE model_registry.channels TO application_readonly;

--
-- Name: COLUMN channels.status; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(status),INSERT(status),UPDATE(status) ON TABLE model_registry.channels TO application_user;
GRANT SELECT(status) ON TABLE model_registry.channels TO application_readonly;
GRANT UPDATE(status) ON TABLE model_registry.channels TO application_system;

--
-- Name: COLUMN channels.config; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(config),INSERT(config),UPDATE(config) ON TABLE model_registry.channels TO application_user;
GRANT SELECT(config) ON TABLE model_registry.channels TO application_readonly;

--
-- Name: COLUMN channels.created_at; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(created_at) ON TABLE model_registry.channels TO application_user;
GRANT SELECT(created_at) ON TABLE model_registry.channels TO application_readonly;

--
-- Name: COLUMN channels.updated_at; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(updated_at) ON TABLE model_registry.channels TO application_user;
GRANT SELECT(updated_at) ON TABLE model_registry.channels TO application_readonly;

--
-- Name: SEQUENCE channels_id_seq; Type: ACL; Schema: model_registry; Owner: -
--

GRANT USAGE ON SEQUENCE model_registry.channels_id_seq TO application_user;

--
-- Name: TABLE model_capabilities; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE model_registry.model_capabilities TO application_user;
GRANT SELECT ON TABLE model_registry.model_capabilities TO application_readonly;
GRANT SELECT,INSERT,DELETE ON TABLE model_registry.model_capabilities TO application_system;

--
-- Name: COLUMN model_capabilities.value; Type: ACL; Schema: model_registry; Owner: -
--

GRANT UPDATE(value) ON TABLE model_registry.model_capabilities TO application_user;
GRANT UPDATE(value) ON TABLE model_registry.model_capabilities TO application_system;

--
-- Name: TABLE models; Type: ACL; Schema: model_registry; Owner: -
--

GRANT DELETE ON TABLE model_registry.models TO application_user;
GRANT SELECT ON TABLE model_registry.models TO application_system;

--
-- Name: COLUMN models.id; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(id),INSERT(id) ON TABLE model_registry.models TO application_user;
GRANT SELECT(id) ON TABLE model_registry.models TO application_readonly;

--
-- Name: COLUMN models.model_type; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(model_type),INSERT(model_type),UPDATE(model_type) ON TABLE model_registry.models TO application_user;
GRANT SELECT(model_type) ON TABLE model_registry.models TO application_readonly;

--
-- Name: COLUMN models.name; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(name),INSERT(name),UPDATE(name) ON TABLE model_registry.models TO application_user;
GRANT SELECT(name) ON TABLE model_registry.models TO application_readonly;

--
-- Name: COLUMN models.base_url; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(base_url),INSERT(base_url),UPDATE(base_url) ON TABLE model_registry.models TO application_user;
GRANT SELECT(base_url) ON TABLE model_registry.models TO application_readonly;

--
-- Name: COLUMN models.api_key; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(api_key),UPDATE(api_key) ON TABLE model_registry.models TO application_user;
GRANT UPDATE(api_key) ON TABLE model_registry.models TO application_system;

--
-- Name: COLUMN models.context_size; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(context_size),INSERT(context_size),UPDATE(context_size) ON TABLE model_registry.models TO application_user;
GRANT SELECT(context_size) ON TABLE model_registry.models TO application_readonly;

--
-- Name: COLUMN models.created_at; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(created_at) ON TABLE model_registry.models TO application_user;
GRANT SELECT(created_at) ON TABLE model_registry.models TO application_readonly;

--
-- Name: COLUMN models.updated_at; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(updated_at) ON TABLE model_registry.models TO application_user;
GRANT SELECT(updated_at) ON TABLE model_registry.models TO application_readonly;

--
-- Name: COLUMN models.tpm_limit; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(tpm_limit),INSERT(tpm_limit),UPDATE(tpm_limit) ON TABLE model_registry.models TO application_user;
GRANT SELECT(tpm_limit) ON TABLE model_registry.models TO application_readonly;

--
-- Name: COLUMN models.rpm_limit; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT(rpm_limit),INSERT(rpm_limit),UPDATE(rpm_limit) ON TABLE model_registry.models TO application_user;
GRANT SELECT(rpm_limit) ON TABLE model_registry.models TO application_readonly;

--
-- Name: SEQUENCE models_id_seq; Type: ACL; Schema: model_registry; Owner: -
--

GRANT USAGE ON SEQUENCE model_registry.models_id_seq TO application_user;

--
-- Name: TABLE prices; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT,DELETE ON TABLE model_registry.prices TO application_user;
GRANT SELECT,DELETE ON TABLE model_registry.prices TO application_system;
GRANT SELECT ON TABLE model_registry.prices TO application_readonly;

--
-- Name: COLUMN prices.model_name; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(model_name),UPDATE(model_name) ON TABLE model_registry.prices TO application_user;
GRANT INSERT(model_name),UPDATE(model_name) ON TABLE model_registry.prices TO application_system;

--
-- Name: COLUMN prices.input_price; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(input_price),UPDATE(input_price) ON TABLE model_registry.prices TO application_user;
GRANT INSERT(input_price),UPDATE(input_price) ON TABLE model_registry.prices TO application_system;

--
-- Name: COLUMN prices.output_price; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(output_price),UPDATE(output_price) ON TABLE model_registry.prices TO application_user;
GRANT INSERT(output_price),UPDATE(output_price) ON TABLE model_registry.prices TO application_system;

--
-- Name: COLUMN prices.cache_read_price; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(cache_read_price),UPDATE(cache_read_price) ON TABLE model_registry.prices TO application_user;
GRANT INSERT(cache_read_price),UPDATE(cache_read_price) ON TABLE model_registry.prices TO application_system;

--
-- Name: COLUMN prices.cache_create_price; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(cache_create_price),UPDATE(cache_create_price) ON TABLE model_registry.prices TO application_user;
GRANT INSERT(cache_create_price),UPDATE(cache_create_price) ON TABLE model_registry.prices TO application_system;

--
-- Name: COLUMN prices.batch_input_price; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(batch_input_price),UPDATE(batch_input_price) ON TABLE model_registry.prices TO application_user;
GRANT INSERT(batch_input_price),UPDATE(batch_input_price) ON TABLE model_registry.prices TO application_system;

--
-- Name: COLUMN prices.batch_output_price; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(batch_output_price),UPDATE(batch_output_price) ON TABLE model_registry.prices TO application_user;
GRANT INSERT(batch_output_price),UPDATE(batch_output_price) ON TABLE model_registry.prices TO application_system;

--
-- Name: COLUMN prices.priority_input_price; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(priority_input_price),UPDATE(priority_input_price) ON TABLE model_registry.prices TO application_user;
GRANT INSERT(priority_input_price),UPDATE(priority_input_price) ON TABLE model_registry.prices TO application_system;

--
-- Name: COLUMN prices.priority_output_price; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(priority_output_price),UPDATE(priority_output_price) ON TABLE model_registry.prices TO application_user;
GRANT INSERT(priority_output_price),UPDATE(priority_output_price) ON TABLE model_registry.prices TO application_system;

--
-- Name: COLUMN prices.audio_input_price; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(audio_input_price),UPDATE(audio_input_price) ON TABLE model_registry.prices TO application_user;
GRANT INSERT(audio_input_price),UPDATE(audio_input_price) ON TABLE model_registry.prices TO application_system;

--
-- Name: COLUMN prices.audio_output_price; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(audio_output_price),UPDATE(audio_output_price) ON TABLE model_registry.prices TO application_user;
GRANT INSERT(audio_output_price),UPDATE(audio_output_price) ON TABLE model_registry.prices TO application_system;

--
-- Name: COLUMN prices.region; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(region),UPDATE(region) ON TABLE model_registry.prices TO application_user;
GRANT INSERT(region),UPDATE(region) ON TABLE model_registry.prices TO application_system;

--
-- Name: COLUMN prices.currency; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(currency),UPDATE(currency) ON TABLE model_registry.prices TO application_user;
GRANT INSERT(currency),UPDATE(currency) ON TABLE model_registry.prices TO application_system;

--
-- Name: TABLE protocol_configs; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT,DELETE ON TABLE model_registry.protocol_configs TO application_user;
GRANT SELECT ON TABLE model_registry.protocol_configs TO application_readonly;
GRANT SELECT ON TABLE model_registry.protocol_configs TO application_system;

--
-- Name: COLUMN protocol_configs.channel_type; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(channel_type),UPDATE(channel_type) ON TABLE model_registry.protocol_configs TO application_user;

--
-- Name: COLUMN protocol_configs.api_version; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(api_version),UPDATE(api_version) ON TABLE model_registry.protocol_configs TO application_user;

--
-- Name: COLUMN protocol_configs.is_default; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(is_default),UPDATE(is_default) ON TABLE model_registry.protocol_configs TO application_user;

--
-- Name: COLUMN protocol_configs.chat_endpoint; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(chat_endpoint),UPDATE(chat_endpoint) ON TABLE model_registry.protocol_configs TO application_user;

--
-- Name: COLUMN protocol_configs.embed_endpoint; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(embed_endpoint),UPDATE(embed_endpoint) ON TABLE model_registry.protocol_configs TO application_user;

--
-- Name: COLUMN protocol_configs.models_endpoint; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(models_endpoint),UPDATE(models_endpoint) ON TABLE model_registry.protocol_configs TO application_user;

--
-- Name: COLUMN protocol_configs.request_mapping; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(request_mapping),UPDATE(request_mapping) ON TABLE model_registry.protocol_configs TO application_user;

--
-- Name: COLUMN protocol_configs.response_mapping; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(response_mapping),UPDATE(response_mapping) ON TABLE model_registry.protocol_configs TO application_user;

--
-- Name: COLUMN protocol_configs.detection_rules; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(detection_rules),UPDATE(detection_rules) ON TABLE model_registry.protocol_configs TO application_user;

--
-- Name: TABLE providers; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT,DELETE ON TABLE model_registry.providers TO application_user;
GRANT SELECT ON TABLE model_registry.providers TO application_readonly;
GRANT SELECT ON TABLE model_registry.providers TO application_system;

--
-- Name: COLUMN providers.name; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(name),UPDATE(name) ON TABLE model_registry.providers TO application_user;

--
-- Name: COLUMN providers.svg_logo; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(svg_logo),UPDATE(svg_logo) ON TABLE model_registry.providers TO application_user;

--
-- Name: COLUMN providers.default_model_name; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(default_model_name),UPDATE(default_model_name) ON TABLE model_registry.providers TO application_user;

--
-- Name: COLUMN providers.default_model_display_name; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(default_model_display_name),UPDATE(default_model_display_name) ON TABLE model_registry.providers TO application_user;

--
-- Name: COLUMN providers.default_model_context_size; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(default_model_context_size),UPDATE(default_model_context_size) ON TABLE model_registry.providers TO application_user;

--
-- Name: COLUMN providers.default_model_description; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(default_model_description),UPDATE(default_model_description) ON TABLE model_registry.providers TO application_user;

--
-- Name: COLUMN providers.base_url; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(base_url),UPDATE(base_url) ON TABLE model_registry.providers TO application_user;

--
-- Name: COLUMN providers.api_key_optional; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(api_key_optional),UPDATE(api_key_optional) ON TABLE model_registry.providers TO application_user;

--
-- Name: COLUMN providers.default_embeddings_model_name; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(default_embeddings_model_name),UPDATE(default_embeddings_model_name) ON TABLE model_registry.providers TO application_user;

--
-- Name: COLUMN providers.default_embeddings_model_display_name; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(default_embeddings_model_display_name),UPDATE(default_embeddings_model_display_name) ON TABLE model_registry.providers TO application_user;

--
-- Name: COLUMN providers.default_embeddings_model_context_size; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(default_embeddings_model_context_size),UPDATE(default_embeddings_model_context_size) ON TABLE model_registry.providers TO application_user;

--
-- Name: COLUMN providers.default_embeddings_model_description; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(default_embeddings_model_description),UPDATE(default_embeddings_model_description) ON TABLE model_registry.providers TO application_user;

--
-- Name: TABLE tiered_pricing; Type: ACL; Schema: model_registry; Owner: -
--

GRANT SELECT,DELETE ON TABLE model_registry.tiered_pricing TO application_user;
GRANT SELECT,DELETE ON TABLE model_registry.tiered_pricing TO application_system;
GRANT SELECT ON TABLE model_registry.tiered_pricing TO application_readonly;

--
-- Name: COLUMN tiered_pricing.model_name; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(model_name),UPDATE(model_name) ON TABLE model_registry.tiered_pricing TO application_user;
GRANT INSERT(model_name),UPDATE(model_name) ON TABLE model_registry.tiered_pricing TO application_system;

--
-- Name: COLUMN tiered_pricing.tier_start; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(tier_start),UPDATE(tier_start) ON TABLE model_registry.tiered_pricing TO application_user;
GRANT INSERT(tier_start),UPDATE(tier_start) ON TABLE model_registry.tiered_pricing TO application_system;

--
-- Name: COLUMN tiered_pricing.tier_end; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(tier_end),UPDATE(tier_end) ON TABLE model_registry.tiered_pricing TO application_user;
GRANT INSERT(tier_end),UPDATE(tier_end) ON TABLE model_registry.tiered_pricing TO application_system;

--
-- Name: COLUMN tiered_pricing.input_price; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(input_price),UPDATE(input_price) ON TABLE model_registry.tiered_pricing TO application_user;
GRANT INSERT(input_price),UPDATE(input_price) ON TABLE model_registry.tiered_pricing TO application_system;

--
-- Name: COLUMN tiered_pricing.output_price; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(output_price),UPDATE(output_price) ON TABLE model_registry.tiered_pricing TO application_user;
GRANT INSERT(output_price),UPDATE(output_price) ON TABLE model_registry.tiered_pricing TO application_system;

--
-- Name: COLUMN tiered_pricing.region; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(region),UPDATE(region) ON TABLE model_registry.tiered_pricing TO application_user;
GRANT INSERT(region),UPDATE(region) ON TABLE model_registry.tiered_pricing TO application_system;

--
-- Name: COLUMN tiered_pricing.currency; Type: ACL; Schema: model_registry; Owner: -
--

GRANT INSERT(currency),UPDATE(currency) ON TABLE model_registry.tiered_pricing TO application_user;
GRANT INSERT(currency),UPDATE(currency) ON TABLE model_registry.tiered_pricing TO application_system;

--
-- Name: TABLE audit_trail; Type: ACL; Schema: ops; Owner: -
--

GRANT SELECT ON TABLE ops.audit_trail TO application_user;
GRANT SELECT ON TABLE ops.audit_trail TO application_readonly;
GRANT SELECT ON TABLE ops.audit_trail TO application_system;

--
-- Name: TABLE configs; Type: ACL; Schema: ops; Owner: -
--

GRANT SELECT ON TABLE ops.configs TO application_user;
GRANT SELECT ON TABLE ops.configs TO application_readonly;
GRANT SELECT ON TABLE ops.configs TO application_system;

--
-- Name: COLUMN configs.name; Type: ACL; Schema: ops; Owner: -
--

GRANT INSERT(name) ON TABLE ops.configs TO application_user;
GRANT INSERT(name) ON TABLE ops.configs TO application_system;

--
-- Name: COLUMN configs.yaml_config; Type: ACL; Schema: ops; Owner: -
--

GRANT INSERT(yaml_config) ON TABLE ops.configs TO application_user;
GRANT INSERT(yaml_config) ON TABLE ops.configs TO application_system;

--
-- Name: COLUMN configs.version; Type: ACL; Schema: ops; Owner: -
--

GRANT INSERT(version) ON TABLE ops.configs TO application_user;
GRANT INSERT(version) ON TABLE ops.configs TO application_system;

--
-- Name: COLUMN configs.is_active; Type: ACL; Schema: ops; Owner: -
--

GRANT INSERT(is_active),UPDATE(is_active) ON TABLE ops.configs TO application_user;
GRANT INSERT(is_active),UPDATE(is_active) ON TABLE ops.configs TO application_system;

--
-- Name: TABLE settings; Type: ACL; Schema: ops; Owner: -
--

GRANT SELECT,DELETE ON TABLE ops.settings TO application_user;
GRANT SELECT ON TABLE ops.settings TO application_readonly;
GRANT SELECT ON TABLE ops.settings TO application_system;

--
-- Name: COLUMN settings.scope; Type: ACL; Schema: ops; Owner: -
--

GRANT INSERT(scope) ON TABLE ops.settings TO application_user;

--
-- Name: COLUMN settings.owner_user_id; Type: ACL; Schema: ops; Owner: -
--

GRANT INSERT(owner_user_id) ON TABLE ops.settings TO application_user;

--
-- Name: COLUMN settings.key; Type: ACL; Schema: ops; Owner: -
--

GRANT INSERT(key) ON TABLE ops.settings TO application_user;

--
-- Name: COLUMN settings.value; Type: ACL; Schema: ops; Owner: -
--

GRANT INSERT(value),UPDATE(value) ON TABLE ops.settings TO application_user;

--
-- Name: TABLE translations; Type: ACL; Schema: ops; Owner: -
--

GRANT SELECT,DELETE ON TABLE ops.translations TO application_user;
GRANT SELECT ON TABLE ops.translations TO application_readonly;
GRANT SELECT ON TABLE ops.translations TO application_system;

--
-- Name: COLUMN translations.locale; Type: ACL; Schema: ops; Owner: -
--

GRANT INSERT(locale) ON TABLE ops.translations TO application_user;

--
-- Name: COLUMN translations.key; Type: ACL; Schema: ops; Owner: -
--

GRANT INSERT(key) ON TABLE ops.translations TO application_user;

--
-- Name: COLUMN translations.value; Type: ACL; Schema: ops; Owner: -
--

GRANT INSERT(value),UPDATE(value) ON TABLE ops.translations TO application_user;

--
-- Name: TABLE chunks; Type: ACL; Schema: rag; Owner: -
--

GRANT SELECT,DELETE ON TABLE rag.chunks TO application_user;
GRANT SELECT ON TABLE rag.chunks TO application_readonly;
GRANT SELECT,DELETE ON TABLE rag.chunks TO application_system;

--
-- Name: COLUMN chunks.document_id; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(document_id) ON TABLE rag.chunks TO application_user;
GRANT INSERT(document_id) ON TABLE rag.chunks TO application_system;

--
-- Name: COLUMN chunks.text; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(text),UPDATE(text) ON TABLE rag.chunks TO application_user;
GRANT INSERT(text),UPDATE(text) ON TABLE rag.chunks TO application_system;

--
-- Name: COLUMN chunks.page_number; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(page_number),UPDATE(page_number) ON TABLE rag.chunks TO application_user;
GRANT INSERT(page_number),UPDATE(page_number) ON TABLE rag.chunks TO application_system;

--
-- Name: COLUMN chunks.embeddings; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(embeddings),UPDATE(embeddings) ON TABLE rag.chunks TO application_user;
GRANT INSERT(embeddings),UPDATE(embeddings) ON TABLE rag.chunks TO application_system;

--
-- Name: COLUMN chunks.processed; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(processed),UPDATE(processed) ON TABLE rag.chunks TO application_user;
GRANT INSERT(processed),UPDATE(processed) ON TABLE rag.chunks TO application_system;

--
-- Name: COLUMN chunks.updated_at; Type: ACL; Schema: rag; Owner: -
--

GRANT UPDATE(updated_at) ON TABLE rag.chunks TO application_user;
GRANT UPDATE(updated_at) ON TABLE rag.chunks TO application_system;

--
-- Name: COLUMN chunks.team_id; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(team_id) ON TABLE rag.chunks TO application_user;
GRANT INSERT(team_id) ON TABLE rag.chunks TO application_system;

--
-- Name: COLUMN chunks.dataset_id; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(dataset_id) ON TABLE rag.chunks TO application_user;
GRANT INSERT(dataset_id) ON TABLE rag.chunks TO application_system;

--
-- Name: TABLE chunks_chats; Type: ACL; Schema: rag; Owner: -
--

GRANT SELECT,INSERT ON TABLE rag.chunks_chats TO application_user;
GRANT SELECT,INSERT ON TABLE rag.chunks_chats TO application_system;
GRANT SELECT ON TABLE rag.chunks_chats TO application_readonly;

--
-- Name: TABLE document_pipelines; Type: ACL; Schema: rag; Owner: -
--

GRANT DELETE ON TABLE rag.document_pipelines TO application_user;
GRANT SELECT ON TABLE rag.document_pipelines TO application_system;

--
-- Name: COLUMN document_pipelines.id; Type: ACL; Schema: rag; Owner: -
--

GRANT SELECT(id) ON TABLE rag.document_pipelines TO application_user;
GRANT SELECT(id) ON TABLE rag.document_pipelines TO application_readonly;

--
-- Name: COLUMN document_pipelines.dataset_id; Type: ACL; Schema: rag; Owner: -
--

GRANT SELECT(dataset_id),INSERT(dataset_id) ON TABLE rag.document_pipelines TO application_user;
GRANT SELECT(dataset_id) ON TABLE rag.document_pipelines TO application_readonly;

--
-- Name: COLUMN document_pipelines.user_id; Type: ACL; Schema: rag; Owner: -
--

GRANT SELECT(user_id),INSERT(user_id) ON TABLE rag.document_pipelines TO application_user;
GRANT SELECT(user_id) ON TABLE rag.document_pipelines TO application_readonly;

--
-- Name: COLUMN document_pipelines.team_id; Type: ACL; Schema: rag; Owner: -
--

GRANT SELECT(team_id),INSERT(team_id) ON TABLE rag.document_pipelines TO application_user;
GRANT SELECT(team_id) ON TABLE rag.document_pipelines TO application_readonly;

--
-- Name: COLUMN document_pipelines.name; Type: ACL; Schema: rag; Owner: -
--

GRANT SELECT(name),INSERT(name),UPDATE(name) ON TABLE rag.document_pipelines TO application_user;
GRANT SELECT(name) ON TABLE rag.document_pipelines TO application_readonly;

--
-- Name: COLUMN document_pipelines.api_key; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(api_key),UPDATE(api_key) ON TABLE rag.document_pipelines TO application_user;

--
-- Name: COLUMN document_pipelines.created_at; Type: ACL; Schema: rag; Owner: -
--

GRANT SELECT(created_at) ON TABLE rag.document_pipelines TO application_user;
GRANT SELECT(created_at) ON TABLE rag.document_pipelines TO application_readonly;

--
-- Name: COLUMN document_pipelines.updated_at; Type: ACL; Schema: rag; Owner: -
--

GRANT SELECT(updated_at),UPDATE(updated_at) ON TABLE rag.document_pipelines TO application_user;
GRANT SELECT(updated_at) ON TABLE rag.document_pipelines TO application_readonly;

--
-- Name: TABLE documents; Type: ACL; Schema: rag; Owner: -
--

GRANT SELECT,DELETE ON TABLE rag.documents TO application_user;
GRANT SELECT ON TABLE rag.documents TO application_readonly;
GRANT SELECT ON TABLE rag.documents TO application_system;

--
-- Name: COLUMN documents.dataset_id; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(dataset_id) ON TABLE rag.documents TO application_user;

--
-- Name: COLUMN documents.file_name; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(file_name),UPDATE(file_name) ON TABLE rag.documents TO application_user;

--
-- Name: COLUMN documents.file_type; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(file_type),UPDATE(file_type) ON TABLE rag.documents TO application_user;

--
-- Name: COLUMN documents.failure_reason; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(failure_reason),UPDATE(failure_reason) ON TABLE rag.documents TO application_user;
GRANT UPDATE(failure_reason) ON TABLE rag.documents TO application_system;

--
-- Name: COLUMN documents.content; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(content),UPDATE(content) ON TABLE rag.documents TO application_user;

--
-- Name: COLUMN documents.content_size; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(content_size),UPDATE(content_size) ON TABLE rag.documents TO application_user;

--
-- Name: COLUMN documents.updated_at; Type: ACL; Schema: rag; Owner: -
--

GRANT UPDATE(updated_at) ON TABLE rag.documents TO application_user;
GRANT UPDATE(updated_at) ON TABLE rag.documents TO application_system;

--
-- Name: COLUMN documents.object_id; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(object_id) ON TABLE rag.documents TO application_user;

--
-- Name: COLUMN documents.team_id; Type: ACL; Schema: rag; Owner: -
--

GRANT INSERT(team_id) ON TABLE rag.documents TO application_user;

--
-- Name: TABLE downloads; Type: ACL; Schema: storage; Owner: -
--

GRANT SELECT,DELETE ON TABLE storage.downloads TO application_user;
GRANT SELECT,DELETE ON TABLE storage.downloads TO application_system;
GRANT SELECT ON TABLE storage.downloads TO application_readonly;

--
-- Name: COLUMN downloads.gid; Type: ACL; Schema: storage; Owner: -
--

GRANT INSERT(gid),UPDATE(gid) ON TABLE storage.downloads TO application_user;
GRANT INSERT(gid),UPDATE(gid) ON TABLE storage.downloads TO application_system;

--
-- Name: COLUMN downloads.uris; Type: ACL; Schema: storage; Owner: -
--

GRANT INSERT(uris),UPDATE(uris) ON TABLE storage.downloads TO application_user;
GRANT INSERT(uris),UPDATE(uris) ON TABLE storage.downloads TO application_system;

--
-- Name: COLUMN downloads.download_dir; Type: ACL; Schema: storage; Owner: -
--

GRANT INSERT(download_dir),UPDATE(download_dir) ON TABLE storage.downloads TO application_user;
GRANT INSERT(download_dir),UPDATE(download_dir) ON TABLE storage.downloads TO application_system;

--
-- Name: COLUMN downloads.filename; Type: ACL; Schema: storage; Owner: -
--

GRANT INSERT(filename),UPDATE(filename) ON TABLE storage.downloads TO application_user;
GRANT INSERT(filename),UPDATE(filename) ON TABLE storage.downloads TO application_system;

--
-- Name: COLUMN downloads.status; Type: ACL; Schema: storage; Owner: -
--

GRANT INSERT(status),UPDATE(status) ON TABLE storage.downloads TO application_user;
GRANT INSERT(status),UPDATE(status) ON TABLE storage.downloads TO application_system;

--
-- Name: COLUMN downloads.total; Type: ACL; Schema: storage; Owner: -
--

GRANT INSERT(total),UPDATE(total) ON TABLE storage.downloads TO application_user;
GRANT INSERT(total),UPDATE(total) ON TABLE storage.downloads TO application_system;

--
-- Name: COLUMN downloads.completed; Type: ACL; Schema: storage; Owner: -
--

GRANT INSERT(completed),UPDATE(completed) ON TABLE storage.downloads TO application_user;
GRANT INSERT(completed),UPDATE(completed) ON TABLE storage.downloads TO application_system;

--
-- Name: COLUMN downloads.speed; Type: ACL; Schema: storage; Owner: -
--

GRANT INSERT(speed),UPDATE(speed) ON TABLE storage.downloads TO application_user;
GRANT INSERT(speed),UPDATE(speed) ON TABLE storage.downloads TO application_system;

--
-- Name: DEFAULT PRIVILEGES FOR TYPES; Type: DEFAULT ACL; Schema: -; Owner: -
--

ALTER DEFAULT PRIVILEGES FOR ROLE application_owner REVOKE ALL ON TYPES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE application_owner GRANT ALL ON TYPES TO application_user;
ALTER DEFAULT PRIVILEGES FOR ROLE application_owner GRANT ALL ON TYPES TO application_readonly;
ALTER DEFAULT PRIVILEGES FOR ROLE application_owner GRANT ALL ON TYPES TO application_system;

--
-- Name: DEFAULT PRIVILEGES FOR FUNCTIONS; Type: DEFAULT ACL; Schema: -; Owner: -
--

ALTER DEFAULT PRIVILEGES FOR ROLE application_owner REVOKE ALL ON FUNCTIONS FROM PUBLIC;

--
-- PostgreSQL database dump complete
--

INSERT INTO public.schema_migrations (version) VALUES
    ('20261120100000'),
    ('20261120100100'),
    ('20261120100200'),
    ('20261120100300'),
    ('20261120100400'),
    ('20261120100500'),
    ('20261120100600'),
    ('20261120100700'),
    ('20261120100800'),
    ('20261120100900'),
    ('20261120101000'),
    ('20261120101100'),
    ('20261120101200'),
    ('20261120101300'),
    ('20261120101400'),
    ('20261120101500'),
    ('20261120101600'),
    ('20261120101700'),
    ('20261120101800'),
    ('20261120102000'),
    ('20261120102050'),
    ('20261120102100'),
    ('20261120102200'),
    ('20261120102300'),
    ('20261120102400'),
    ('20261120102500'),
    ('20261120102600'),
    ('20261120102700'),
    ('20261120102710'),
    ('20261120102800'),
    ('20261120102810'),
    ('20261120102900'),
    ('20261120110000'),
    ('20261120110010'),
    ('20261120110020'),
    ('20261120110100'),
    ('20261120110110'),
    ('20261120110120'),
    ('20261120110130'),
    ('20261120110140'),
    ('20261120110150'),
    ('20261120110200'),
    ('20261120110210'),
    ('20261120110220'),
    ('20261120110300'),
    ('20261120110310'),
    ('20261120110320'),
    ('20261120110330'),
    ('20261120111000'),
    ('20261120111010'),
    ('20261120111020'),
    ('20261120111100'),
    ('20261120111110'),
    ('20261120112000'),
    ('20261120112100'),
    ('20261120112200'),
    ('20261120112300'),
    ('20261120112400'),
    ('20261120112500'),
    ('20261120112600'),
    ('20261120112700'),
    ('20261120112800'),
    ('20261120112810'),
    ('20261120112820'),
    ('20261120112830'),
    ('20261120112840'),
    ('20261120112850'),
    ('20261120112859'),
    ('20261120113000'),
    ('20261120113100'),
    ('20261120113200'),
    ('20261120113300'),
    ('20261120113400'),
    ('20261120113500'),
    ('20261120113600'),
    ('20261120113700'),
    ('20261120113710'),
    ('20261120113720'),
    ('20261120113730'),
    ('20261120113740'),
    ('20261120113900'),
    ('20261120114000'),
    ('20261120114100'),
    ('20261120114110'),
    ('20261120114200'),
    ('20261120114210'),
    ('20261120114220'),
    ('20261120114230'),
    ('20261120114240'),
    ('20261120114250'),
    ('20261120114300'),
    ('20261120114310'),
    ('20261120114320'),
    ('20261120114400'),
    ('20261120114410'),
    ('20261120114420'),
    ('20261120114430'),
    ('20261120114440'),
    ('20261120114500'),
    ('20261120114510'),
    ('20261120114520'),
    ('20261120114530'),
    ('20261120114540'),
    ('20261120114550'),
    ('20261120114600'),
    ('20261120114700'),
    ('20261120114710'),
    ('20261120114720'),
    ('20261120115000'),
    ('20261120115100'),
    ('20261120115200'),
    ('20261120115210'),
    ('20261120115300'),
    ('20261120115400'),
    ('20261120115500'),
    ('20261120115600'),
    ('20261120115610'),
    ('20261120115620'),
    ('20261120120000'),
    ('20261120120010'),
    ('20261120120100'),
    ('20261120120110'),
    ('20261120120120'),
    ('20261120120130'),
    ('20261120120140'),
    ('20261120120150'),
    ('20261120120200'),
    ('20261120120300'),
    ('20261120120310'),
    ('20261120120320'),
    ('20261120120400'),
    ('20261120120500'),
    ('20261120120510'),
    ('20261120120520'),
    ('20261120120530'),
    ('20261120120540'),
    ('20261120120550'),
    ('20261120120600'),
    ('20261120120610'),
    ('20261120120700'),
    ('20261120120710'),
    ('20261120120800'),
    ('20261120120810'),
    ('20261120120820'),
    ('20261120121000'),
    ('20261120121010'),
    ('20261120121020'),
    ('20261120121030'),
    ('20261120121040'),
    ('20261120121050'),
    ('20261120121100'),
    ('20261120121110'),
    ('20261120121200'),
    ('20261120121210'),
    ('20261120121220'),
    ('20261120121225'),
    ('20261120121230'),
    ('20261120121240'),
    ('20261120121300'),
    ('20261120121310'),
    ('20261120121320'),
    ('20261120121330'),
    ('20261120122000'),
    ('20261120122100'),
    ('20261120122110'),
    ('20261120122200'),
    ('20261120122210'),
    ('20261120123000'),
    ('20261120123010'),
    ('20261120123020'),
    ('20261120123030'),
    ('20261120123040'),
    ('20261120123050'),
    ('20261120123100'),
    ('20261120123110'),
    ('20261120123120'),
    ('20261120123130'),
    ('20261120123200');
