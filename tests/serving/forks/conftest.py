import os

import pytest

from workshop.serving.forks import nursery


@pytest.fixture(scope="session")
def parent():
    """The warm parent of this run."""
    if not nursery.possible():
        pytest.skip("this machine cannot fork kernels")
    yield nursery.warm_parent
    nursery.end()


@pytest.fixture
def run_ahead(parent, write_notebook):
    """`run_ahead(cell, ...)` is a parent that has run a notebook, or why there is none."""
    begun = []

    def _run(*cells):
        done = nursery.run_ahead(write_notebook("# A notebook", *cells), dict(os.environ))
        if not isinstance(done, str):
            begun.append(done)
        return done

    yield _run
    for ahead in begun:
        ahead.close()
        ahead.process.wait(30)
