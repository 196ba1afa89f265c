from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from psycopg import errors

from generated.iam.teams import Team
from generated.iam.users import User
from generated.storage import objects
from generated.storage.objects import Object, ObjectInfo
from tests.queries.caller import Caller
from tests.queries.iam.people import create_administrator, create_person, set_status
from tests.queries.iam.tenants import create_team, join_team, leave_team
from tests.queries.ordering import move_to_end, pages
from tests.queries.storage.uses import attach, make_document, make_icon
from tests.queries.texts import TRICKY

LARGEST_ID = 2**31 - 1
LATER = datetime(2999, 1, 1, tzinfo=UTC)
MD5 = "d41d8cd98f00b204e9800998ecf8427e"


@dataclass(frozen=True)
class Scene:
    """Ada's team, with Bob in it; Eve and the administrator are in none of it."""

    root: User
    ada: User
    bob: User
    eve: User
    team: Team


@pytest.fixture
def scene(call: Caller) -> Scene:
    """The people; calls run on behalf of Ada."""
    root = create_administrator(call)
    ada, bob, eve = (create_person(call, name) for name in ("ada", "bob", "eve"))
    team = create_team(call, ada)
    join_team(call, bob, team)
    return Scene(root, ada, bob, eve, team)


def upload(
    call: Caller,
    team: Team,
    *,
    data: bytes | None = b"contents",
    file_name: str = "notes.txt",
    file_hash: str = MD5,
) -> ObjectInfo:
    return call.one(
        objects.create_object,
        team_id=team.id,
        object_name="objects/1",
        object_data=data,
        mime_type="text/plain",
        file_name=file_name,
        file_size=len(data or b""),
        file_hash=file_hash,
    )


def with_data(info: ObjectInfo, data: bytes | None = b"contents") -> Object:
    return Object(**info.model_dump(), object_data=data)


def all_ids(call: Caller) -> list[int]:
    found = call.connection.execute("SELECT id FROM storage.objects ORDER BY id").fetchall()
    return [row[0] for row in found]


# create_object


@pytest.mark.parametrize("data", [None, b"", b"\x00\xff\\'", bytes(range(256)) * 1000])
def test_create_object_stores_the_contents_as_they_are(
    call: Caller, scene: Scene, data: bytes | None
) -> None:
    info = upload(call, scene.team, data=data)
    assert (info.team_id, info.created_by) == (scene.team.id, scene.ada.id)
    assert (info.object_name, info.mime_type) == ("objects/1", "text/plain")
    assert (info.file_size, info.file_hash) == (len(data or b""), MD5)
    assert call(objects.get_object, object_id=info.id) == with_data(info, data)


def test_create_object_stores_texts_as_they_are(call: Caller, scene: Scene) -> None:
    for text in TRICKY:
        info = upload(call, scene.team, file_name=text)
        assert info.file_name == text
        assert call(objects.get_object_info, object_id=info.id) == info


def test_create_object_refuses_a_negative_size_and_an_overlong_hash(
    call: Caller, scene: Scene
) -> None:
    with pytest.raises(errors.CheckViolation, match="objects_file_size_not_negative"):
        call(
            objects.create_object,
            team_id=scene.team.id,
            object_name="o",
            object_data=None,
            mime_type="m",
            file_name="f",
            file_size=-1,
            file_hash=MD5,
        )
    with pytest.raises(errors.StringDataRightTruncation):
        upload(call, scene.team, file_hash=MD5 + "0")


@pytest.mark.parametrize("who", ["eve", "root", None])
def test_create_object_refuses_who_is_not_in_the_team(
    call: Caller, scene: Scene, who: str | None
) -> None:
    call.as_user(getattr(scene, who).id if who else None)
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        upload(call, scene.team)
    assert all_ids(call) == []


# get_object, get_team_object, get_object_info


def test_getting_an_object_that_is_not_there_gives_none(call: Caller, scene: Scene) -> None:
    upload(call, scene.team)
    assert call(objects.get_object, object_id=LARGEST_ID) is None
    assert call(objects.get_object_info, object_id=LARGEST_ID) is None
    assert call(objects.get_object_for_worker, object_id=LARGEST_ID) is None
    assert call(objects.get_team_object, object_id=LARGEST_ID, team_id=scene.team.id) is None


def test_get_team_object_asks_for_the_team_too(call: Caller, scene: Scene) -> None:
    info = upload(call, scene.team)
    other = create_team(call, scene.ada, "Spinners")
    found = call(objects.get_team_object, object_id=info.id, team_id=scene.team.id)
    assert found == with_data(info)
    assert call(objects.get_team_object, object_id=info.id, team_id=other.id) is None


@pytest.mark.parametrize("who", ["bob", "eve", "root", None])
def test_others_see_nothing_of_an_object(call: Caller, scene: Scene, who: str | None) -> None:
    info = upload(call, scene.team)
    call.as_user(getattr(scene, who).id if who else None)
    assert call(objects.get_object, object_id=info.id) is None
    assert call(objects.get_object_info, object_id=info.id) is None
    assert call(objects.get_team_object, object_id=info.id, team_id=scene.team.id) is None
    assert call(objects.list_my_objects, after_id=None, limit=9) == []
    assert call(objects.delete_object, object_id=info.id) == 0
    assert all_ids(call) == [info.id]


@pytest.mark.parametrize("use", [make_document, make_icon])
@pytest.mark.parametrize(
    ("visibility", "seeing"),
    [("Private", []), ("Team", ["bob"]), ("Company", ["bob", "eve", "root"])],
)
def test_whoever_sees_what_uses_an_object_sees_it_and_no_more(
    call: Caller,
    scene: Scene,
    use: Callable[..., int],
    visibility: str,
    seeing: list[str],
) -> None:
    info = upload(call, scene.team)
    use(call, info, visibility)
    for name in ("bob", "eve", "root"):
        call.as_user(getattr(scene, name).id)
        found = call(objects.get_object, object_id=info.id)
        assert found == (with_data(info) if name in seeing else None)
        assert call(objects.get_object_info, object_id=info.id) == (
            info if name in seeing else None
        )
        assert call(objects.list_my_objects, after_id=None, limit=9) == []
        assert call(objects.delete_object, object_id=info.id) == 0


def test_get_object_for_worker_gives_it_whoever_it_belongs_to(call: Caller, scene: Scene) -> None:
    empty, full = upload(call, scene.team, data=None), upload(call, scene.team)
    call.as_user(None)
    assert call(objects.get_object_for_worker, object_id=empty.id) == with_data(empty, None)
    assert call(objects.get_object_for_worker, object_id=full.id) == with_data(full)


# list_my_objects


@pytest.mark.usefixtures("scene")
def test_list_my_objects_gives_an_empty_list_when_there_are_none(call: Caller) -> None:
    assert call(objects.list_my_objects, after_id=None, limit=9) == []


def test_list_my_objects_gives_every_object_once_over_its_pages(call: Caller, scene: Scene) -> None:
    a, b, c, d, e = (upload(call, scene.team) for _ in range(5))
    move_to_end(call, "storage.objects", a.id)
    found = pages(
        lambda after_id: call(objects.list_my_objects, after_id=after_id, limit=2),
        lambda info: info.id,
    )
    assert [[info.id for info in page] for page in found] == [[a.id, b.id], [c.id, d.id], [e.id]]
    assert found[1] == [c, d]


def test_list_my_objects_takes_a_team_and_a_hash(call: Caller, scene: Scene) -> None:
    other = create_team(call, scene.ada, "Spinners")
    x, y = "x" * 32, "y" * 32
    wx, wy = (upload(call, scene.team, file_hash=h) for h in (x, y))
    sx, sy = (upload(call, other, file_hash=h) for h in (x, y))

    def found(team_id: int | None = None, file_hash: str | None = None) -> list[ObjectInfo]:
        return call(
            objects.list_my_objects, after_id=None, limit=9, team_id=team_id, file_hash=file_hash
        )

    assert found() == [wx, wy, sx, sy]
    assert found(scene.team.id) == [wx, wy]
    assert found(None, y) == [wy, sy]
    assert found(other.id, x) == [sx]
    assert found(LARGEST_ID) == found(None, "") == []


def test_list_my_objects_leaves_out_what_is_seen_and_not_one_s_own(
    call: Caller, scene: Scene
) -> None:
    info = upload(call, scene.team)
    make_icon(call, info, "Company")
    call.as_user(scene.bob.id)
    own = upload(call, scene.team)
    assert call(objects.list_my_objects, after_id=None, limit=9) == [own]


def test_whoever_left_the_team_or_is_suspended_sees_and_deletes_no_object_of_it(
    call: Caller, scene: Scene
) -> None:
    call.as_user(scene.bob.id)
    info = upload(call, scene.team)
    make_icon(call, info, "Company")
    set_status(call, scene.bob, "suspended")
    assert call(objects.get_object, object_id=info.id) is None
    set_status(call, scene.bob, "active")
    leave_team(call, scene.bob, scene.team)
    # Seen by everyone, as the icon.
    assert call(objects.get_object_info, object_id=info.id) == info
    assert call(objects.list_my_objects, after_id=None, limit=9) == []
    assert call(objects.delete_object, object_id=info.id) == 0


# delete_object


def test_delete_object_deletes_that_object_alone(call: Caller, scene: Scene) -> None:
    one, two = upload(call, scene.team), upload(call, scene.team)
    assert call(objects.delete_object, object_id=one.id) == 1
    assert call(objects.delete_object, object_id=one.id) == 0
    assert all_ids(call) == [two.id]


def test_delete_object_takes_attachments_along_and_leaves_documents_and_prompts(
    call: Caller, scene: Scene
) -> None:
    info = upload(call, scene.team)
    document_id, prompt_id = make_document(call, info), make_icon(call, info)
    attach(call, info, scene.ada)
    assert call(objects.delete_object, object_id=info.id) == 1
    rows = call.connection.execute(
        "SELECT object_id FROM rag.documents WHERE id = %s"
        " UNION ALL SELECT image_icon_object_id FROM assistants.prompts WHERE id = %s"
        " UNION ALL SELECT object_id FROM llm.chats_attachments",
        [document_id, prompt_id],
    ).fetchall()
    assert rows == [(None,), (None,)]


# delete_unused_objects


def test_delete_unused_objects_leaves_what_is_used(call: Caller, scene: Scene) -> None:
    unused, in_document, in_prompt, in_chat = (upload(call, scene.team) for _ in range(4))
    make_document(call, in_document)
    make_icon(call, in_prompt)
    attach(call, in_chat, scene.ada)
    assert call(objects.delete_unused_objects, created_before=LATER, limit=9) == 1
    assert all_ids(call) == [in_document.id, in_prompt.id, in_chat.id]
    assert call(objects.get_object, object_id=unused.id) is None
    assert call(objects.delete_unused_objects, created_before=LATER, limit=9) == 0


def test_delete_unused_objects_leaves_what_is_new_and_takes_the_oldest(
    call: Caller, scene: Scene
) -> None:
    new, old, older = (upload(call, scene.team) for _ in range(3))
    for info, days in ((old, 2), (older, 3)):
        call.connection.execute(
            "UPDATE storage.objects SET created_at = now() - %s WHERE id = %s",
            [timedelta(days=days), info.id],
        )
    yesterday = datetime.now(UTC) - timedelta(days=1)
    assert call(objects.delete_unused_objects, created_before=yesterday, limit=0) == 0
    assert call(objects.delete_unused_objects, created_before=yesterday, limit=1) == 1
    assert all_ids(call) == [new.id, old.id]
    assert call(objects.delete_unused_objects, created_before=yesterday, limit=9) == 1
    assert all_ids(call) == [new.id]
