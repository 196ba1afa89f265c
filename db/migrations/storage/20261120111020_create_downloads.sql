-- migrate:up
CREATE TABLE storage.downloads (
    gid text NOT NULL,
    uris jsonb NOT NULL DEFAULT '[]',
    download_dir text,
    filename text,
    status text NOT NULL DEFAULT 'waiting',
    total bigint,
    completed bigint NOT NULL DEFAULT 0,
    speed bigint NOT NULL DEFAULT 0,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT downloads_pkey PRIMARY KEY (gid),
    CONSTRAINT downloads_uris_check CHECK (jsonb_typeof(uris) = 'array'),
    CONSTRAINT downloads_status_check
        CHECK (status IN ('waiting', 'active', 'paused', 'complete', 'error', 'removed')),
    CONSTRAINT downloads_completed_not_negative CHECK (completed >= 0),
    CONSTRAINT downloads_speed_not_negative CHECK (speed >= 0),
    -- Nor is the total negative, then.
    CONSTRAINT downloads_completed_at_most_total CHECK (completed <= total),
    -- Without a total nothing is known to be missing.
    CONSTRAINT downloads_complete_has_all CHECK (status <> 'complete' OR completed = total)
);

CREATE TRIGGER set_updated_at
    BEFORE UPDATE ON storage.downloads
    FOR EACH ROW
    EXECUTE FUNCTION public.set_updated_at();

COMMENT ON TABLE storage.downloads IS
    'A file that the installation downloads, such as the weights of a model, and how far it is.';
COMMENT ON COLUMN storage.downloads.gid IS
    'Identifier that the downloader gave; another one once the download is resumed.';
COMMENT ON COLUMN storage.downloads.uris IS
    'Addresses that the file is offered at, as an array of texts.';
COMMENT ON COLUMN storage.downloads.download_dir IS
    'Directory that the file goes to; NULL for the usual one.';
COMMENT ON COLUMN storage.downloads.filename IS
    'Name of the file; NULL until it is known.';
COMMENT ON COLUMN storage.downloads.status IS
    'waiting, active, paused, complete, error, or removed by a person.';
COMMENT ON COLUMN storage.downloads.total IS
    'Size of the file in bytes; NULL until it is known.';
COMMENT ON COLUMN storage.downloads.completed IS
    'Bytes that have arrived.';
COMMENT ON COLUMN storage.downloads.speed IS
    'Bytes a second at the last report.';
COMMENT ON COLUMN storage.downloads.created_at IS
    'When the download was asked for.';
COMMENT ON COLUMN storage.downloads.updated_at IS
    'When the download last changed, progress included.';

-- migrate:down
DROP TABLE storage.downloads;
