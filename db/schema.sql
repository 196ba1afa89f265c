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
-- Name: current_user_id(); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.current_user_id() RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('app.user_id'::text, true), ''::text))::integer;

--
-- Name: FUNCTION current_user_id(); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.current_user_id() IS 'The person on whose behalf the transaction runs, from the setting app.user_id; NULL when none is set.';

SET default_tablespace = '';

SET default_table_access_method = heap;

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
    SET search_path TO ''
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
    SET search_path TO ''
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
    SET search_path TO ''
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
    SET search_path TO ''
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
    SET search_path TO ''
    AS $$
BEGIN
    IF current_user = 'application_user' AND NOT iam.is_system_admin() THEN
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
-- Name: has_members(integer); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.has_members(team_id integer) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO ''
    RETURN (EXISTS (SELECT FROM iam.team_users tu WHERE (tu.team_id = has_members.team_id)));

--
-- Name: FUNCTION has_members(team_id integer); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.has_members(team_id integer) IS 'Whether anybody at all is a member of a team; says nothing about who.';

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
    SET search_path TO ''
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
    SET search_path TO ''
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
-- Name: is_signed_in(); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.is_signed_in() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO ''
    RETURN (EXISTS (SELECT FROM iam.users u WHERE ((u.id = iam.current_user_id()) AND (u.status = 'active'::text))));

--
-- Name: FUNCTION is_signed_in(); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.is_signed_in() IS 'Whether a person is set whose account is active.';

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
    SET search_path TO ''
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
    SET search_path TO ''
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
    SET search_path TO ''
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
-- Name: team_ids_with(iam.permission); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.team_ids_with(wanted iam.permission) RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO ''
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
-- Name: visible_user_ids(); Type: FUNCTION; Schema: iam; Owner: -
--

CREATE FUNCTION iam.visible_user_ids() RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO ''
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
   WHERE (t.id IN ( SELECT iam.inviting_team_ids() AS inviting_team_ids));
END;

--
-- Name: FUNCTION visible_user_ids(); Type: COMMENT; Schema: iam; Owner: -
--

COMMENT ON FUNCTION iam.visible_user_ids() IS 'The people that the current person may know of: oneself, those who share a team, and the founders of teams that sent an invitation.';

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
-- Name: users only_administrators_change_accounts; Type: TRIGGER; Schema: iam; Owner: -
--

CREATE TRIGGER only_administrators_change_accounts BEFORE UPDATE ON iam.users FOR EACH ROW WHEN ((((((old.email)::text IS DISTINCT FROM (new.email)::text) OR (old.username IS DISTINCT FROM new.username)) OR (old.status IS DISTINCT FROM new.status)) OR (old.system_admin IS DISTINCT FROM new.system_admin))) EXECUTE FUNCTION iam.guard_account();

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
-- Name: teams founder_inserts; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY founder_inserts ON iam.teams FOR INSERT TO application_user WITH CHECK (((created_by_user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND ( SELECT iam.is_signed_in() AS is_signed_in)));

--
-- Name: team_users founder_joins; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY founder_joins ON iam.team_users FOR INSERT TO application_user WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (EXISTS ( SELECT
   FROM iam.teams t
  WHERE ((t.id = team_users.team_id) AND (t.created_by_user_id = team_users.user_id) AND (NOT iam.has_members(t.id)))))));

--
-- Name: teams founder_reads; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY founder_reads ON iam.teams FOR SELECT TO application_user, application_readonly USING (((created_by_user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND ( SELECT iam.is_signed_in() AS is_signed_in) AND (NOT iam.has_members(id))));

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

CREATE POLICY member_leaves ON iam.team_users FOR DELETE TO application_user USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND ( SELECT iam.is_signed_in() AS is_signed_in)));

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
-- Name: team_users person_reads; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY person_reads ON iam.team_users FOR SELECT TO application_user, application_readonly USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND ( SELECT iam.is_signed_in() AS is_signed_in) AND (team_id = COALESCE(( SELECT iam.current_team_id() AS current_team_id), team_id))));

--
-- Name: api_keys person_updates; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY person_updates ON iam.api_keys FOR UPDATE TO application_user USING (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids))))) WITH CHECK (((user_id = ( SELECT iam.current_user_id() AS current_user_id)) AND (team_id = ANY (ARRAY( SELECT iam.current_team_ids() AS current_team_ids)))));

--
-- Name: users person_updates; Type: POLICY; Schema: iam; Owner: -
--

CREATE POLICY person_updates ON iam.users FOR UPDATE TO application_user USING (((id = ( SELECT iam.current_user_id() AS current_user_id)) AND ( SELECT iam.is_signed_in() AS is_signed_in))) WITH CHECK (((id = ( SELECT iam.current_user_id() AS current_user_id)) AND ( SELECT iam.is_signed_in() AS is_signed_in)));

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
-- Name: SCHEMA iam; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA iam TO application_user;
GRANT USAGE ON SCHEMA iam TO application_readonly;
GRANT USAGE ON SCHEMA iam TO application_system;

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
GRANT SELECT,INSERT,UPDATE ON TABLE iam.users TO application_system;

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

--
-- Name: COLUMN users.email; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(email),UPDATE(email) ON TABLE iam.users TO application_user;
GRANT SELECT(email) ON TABLE iam.users TO application_readonly;

--
-- Name: COLUMN users.first_name; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(first_name),UPDATE(first_name) ON TABLE iam.users TO application_user;
GRANT SELECT(first_name) ON TABLE iam.users TO application_readonly;

--
-- Name: COLUMN users.last_name; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(last_name),UPDATE(last_name) ON TABLE iam.users TO application_user;
GRANT SELECT(last_name) ON TABLE iam.users TO application_readonly;

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

--
-- Name: COLUMN users.username; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(username),UPDATE(username) ON TABLE iam.users TO application_user;
GRANT SELECT(username) ON TABLE iam.users TO application_readonly;

--
-- Name: COLUMN users.status; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT(status),UPDATE(status) ON TABLE iam.users TO application_user;
GRANT SELECT(status) ON TABLE iam.users TO application_readonly;

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
-- Name: FUNCTION has_members(team_id integer); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.has_members(team_id integer) FROM PUBLIC;
GRANT ALL ON FUNCTION iam.has_members(team_id integer) TO application_user;
GRANT ALL ON FUNCTION iam.has_members(team_id integer) TO application_readonly;
GRANT ALL ON FUNCTION iam.has_members(team_id integer) TO application_system;

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
-- Name: FUNCTION is_signed_in(); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.is_signed_in() FROM PUBLIC;
GRANT ALL ON FUNCTION iam.is_signed_in() TO application_user;
GRANT ALL ON FUNCTION iam.is_signed_in() TO application_readonly;
GRANT ALL ON FUNCTION iam.is_signed_in() TO application_system;

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
-- Name: TABLE teams; Type: ACL; Schema: iam; Owner: -
--

GRANT SELECT,DELETE ON TABLE iam.teams TO application_user;
GRANT SELECT ON TABLE iam.teams TO application_readonly;
GRANT SELECT ON TABLE iam.teams TO application_system;

--
-- Name: COLUMN teams.name; Type: ACL; Schema: iam; Owner: -
--

GRANT INSERT(name),UPDATE(name) ON TABLE iam.teams TO application_user;

--
-- Name: COLUMN teams.created_by_user_id; Type: ACL; Schema: iam; Owner: -
--

GRANT INSERT(created_by_user_id) ON TABLE iam.teams TO application_user;

--
-- Name: FUNCTION visible_user_ids(); Type: ACL; Schema: iam; Owner: -
--

REVOKE ALL ON FUNCTION iam.visible_user_ids() FROM PUBLIC;
GRANT ALL ON FUNCTION iam.visible_user_ids() TO application_user;
GRANT ALL ON FUNCTION iam.visible_user_ids() TO application_readonly;
GRANT ALL ON FUNCTION iam.visible_user_ids() TO application_system;

--
-- Name: FUNCTION set_updated_at(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.set_updated_at() FROM PUBLIC;

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

GRANT SELECT(prompt_id),INSERT(prompt_id),UPDATE(prompt_id) ON TABLE iam.api_keys TO application_user;
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
    ('20261120102000'),
    ('20261120102100'),
    ('20261120102200'),
    ('20261120102300'),
    ('20261120102400'),
    ('20261120102500'),
    ('20261120102600'),
    ('20261120102700'),
    ('20261120102800'),
    ('20261120102900');
