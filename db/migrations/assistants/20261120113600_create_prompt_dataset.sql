-- migrate:up
CREATE TABLE assistants.prompt_dataset (
    prompt_id integer NOT NULL,
    dataset_id integer NOT NULL,
    team_id integer NOT NULL,
    CONSTRAINT prompt_dataset_pkey PRIMARY KEY (prompt_id, dataset_id),
    CONSTRAINT prompt_dataset_team_id_prompt_id_fkey FOREIGN KEY (team_id, prompt_id)
        REFERENCES assistants.prompts (team_id, id) ON DELETE CASCADE,
    -- Not within the team: a prompt may answer from what another team shares with the company.
    CONSTRAINT prompt_dataset_dataset_id_fkey FOREIGN KEY (dataset_id)
        REFERENCES rag.datasets (id) ON DELETE CASCADE
);

CREATE INDEX prompt_dataset_team_id_prompt_id_idx
    ON assistants.prompt_dataset (team_id, prompt_id);
CREATE INDEX prompt_dataset_dataset_id_idx ON assistants.prompt_dataset (dataset_id);

COMMENT ON TABLE assistants.prompt_dataset IS
    'A dataset that a prompt answers from.';
COMMENT ON COLUMN assistants.prompt_dataset.prompt_id IS
    'Prompt that answers.';
COMMENT ON COLUMN assistants.prompt_dataset.dataset_id IS
    'Dataset it answers from: one of its team, or one that another team shares with the company.';
COMMENT ON COLUMN assistants.prompt_dataset.team_id IS
    'Team of the prompt.';

-- migrate:down
DROP TABLE assistants.prompt_dataset;
