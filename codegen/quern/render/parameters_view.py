"""Classes of the parameters of many runs."""

from dataclasses import dataclass

from quern.model.functions import Function
from quern.render.literals import call, docstring, entry, tuple_of


@dataclass(frozen=True)
class ParametersView:
    """The class of the parameters of one run.

    :ivar maker: what makes of it what is sent, if that is something else
    """

    name: str
    docstring: str
    fields: tuple[str, ...]
    maker: "MakerView | None"


@dataclass(frozen=True)
class MakerView:
    """The function that makes what is sent.

    :ivar signature: its first lines
    :ivar body: its statement
    """

    signature: str
    body: str


def parameters_view(function: Function) -> ParametersView | None:
    """Return the class of a function's parameters, if it takes those of many runs."""
    parameters = function.parameters
    if parameters is None:
        return None
    texts = [
        entry(f"ivar {field.name}", field.text, 4) for field in parameters.fields if field.text
    ]
    maker = None
    if parameters.encodes:
        values = [field.value(f"row.{field.name}") for field in parameters.fields]
        maker = MakerView(
            call(
                f"def {values_maker(function)}",
                [f"row: {parameters.name}"],
                " -> Sequence[Any]:",
                0,
            ),
            f"return {tuple_of(values, 4, len('return '))}",
        )
    return ParametersView(
        name=parameters.name,
        docstring=docstring(
            [f"The parameters of one run of {function.name}.", "\n".join(texts)], 4
        ),
        fields=tuple(f"{field.name}: {field.annotation}" for field in parameters.fields),
        maker=maker,
    )


def values_maker(function: Function) -> str:
    """Return the name of what makes what is sent of the parameters of one run."""
    return f"_{function.query.source.name}_values"
