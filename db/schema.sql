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
-- Name: iam; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA iam;

--
-- Name: SCHEMA iam; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA iam IS 'Identity and access: people, teams, roles, permissions, invitations and keys.';

--
-- Name: vector; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;

--
-- Name: EXTENSION vector; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION vector IS 'vector data type and ivfflat and hnsw access methods';

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
-- Name: set_first_user_as_admin(); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.set_first_user_as_admin() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
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
    SET search_path TO ''
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
-- Name: set_updated_at(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.set_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
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
-- Name: schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migrations (
    version character varying NOT NULL
);

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
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);

--
-- Name: api_keys_key_prefix_idx; Type: INDEX; Schema: iam; Owner: -
--

CREATE INDEX api_keys_key_prefix_idx ON iam.api_keys USING btree (key_prefix);

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
-- Name: FUNCTION set_first_user_as_admin(); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.set_first_user_as_admin() FROM PUBLIC;

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
    ('20261120101700');
