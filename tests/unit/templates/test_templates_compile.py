"""Every template compiles, imports what exists and uses what it imports."""

from collections.abc import Iterator

import pytest
from jinja2 import nodes
from jinja2.exceptions import TemplateAssertionError

from tests.support.repository import TEMPLATES, source_of, template_names
from tests.support.templates import environment, tree_of

ALL = template_names()
COMPONENTS = template_names(below="components")


def macros_of(source: str) -> list[str]:
    """Return the public macros that a template defines."""
    macros = [macro.name for macro in tree_of(source).find_all(nodes.Macro)]
    return [name for name in macros if not name.startswith("_")]


def imports_of(source: str) -> Iterator[tuple[str, str, str]]:
    """Yield (template, macro, name here) for each imported macro."""
    for found in tree_of(source).find_all(nodes.FromImport):
        assert isinstance(found.template, nodes.Const)
        for item in found.names:
            macro, alias = item if isinstance(item, tuple) else (item, item)
            yield found.template.value, macro, alias


def unused_imports(source: str) -> list[str]:
    """Return the imported names that nothing uses."""
    used = {name.name for name in tree_of(source).find_all(nodes.Name) if name.ctx == "load"}
    return [alias for _template, _macro, alias in imports_of(source) if alias not in used]


def test_unused_import_is_found() -> None:
    line = '{% from "components/field.html" import field %}'
    assert unused_imports(line) == ["field"]
    assert unused_imports(line + "{{ field(form.name) }}") == []
    assert unused_imports(line + "{% call field(x) %}{% endcall %}") == []


def test_unknown_filter_is_found() -> None:
    with pytest.raises(TemplateAssertionError):
        environment().compile("{{ name | no_such_filter }}")


@pytest.mark.parametrize("name", ALL)
def test_template_compiles(name: str) -> None:
    environment().compile(source_of(name), name)


@pytest.mark.parametrize("name", ALL)
def test_template_imports_nothing_in_vain(name: str) -> None:
    assert unused_imports(source_of(name)) == []


@pytest.mark.parametrize("name", ALL)
def test_imported_macros_exist(name: str) -> None:
    for template, macro, _alias in imports_of(source_of(name)):
        assert (TEMPLATES / template).is_file(), template
        assert macro in macros_of(source_of(template)), f"{template} has no {macro}"


@pytest.mark.parametrize("name", ALL)
def test_extended_and_included_templates_exist(name: str) -> None:
    for found in tree_of(source_of(name)).find_all((nodes.Extends, nodes.Include)):
        assert isinstance(found.template, nodes.Const)
        assert (TEMPLATES / found.template.value).is_file(), found.template.value


@pytest.mark.parametrize("name", COMPONENTS)
def test_component_is_one_documented_macro_named_like_its_file(name: str) -> None:
    stem = name.removeprefix("components/").removesuffix(".html")
    assert macros_of(source_of(name)) == [stem]
    assert source_of(name).startswith((f"{{#- {stem}(", f"{{#- call {stem}("))


def test_components_were_found() -> None:
    assert len(COMPONENTS) > 20
