from __future__ import annotations

from itertools import permutations

from tradegraph.network import rank_ties


def test_tie_that_is_heavy_for_one_of_its_ends_comes_first() -> None:
    ties = [("hub", f"leaf{number}", 20 if number == 3 else 1) for number in range(6)]
    assert rank_ties(ties)[0] == 3


def test_light_tie_of_a_small_actor_can_matter_more_than_one_of_a_hub() -> None:
    hub = [("hub", f"leaf{number}", 10) for number in range(9)]
    small = [("small", "other", 6), ("small", "leaf0", 1), ("small", "leaf1", 1)]
    assert rank_ties([*hub, *small])[0] == 9


def test_only_tie_of_both_its_ends_is_expected_whatever_its_weight() -> None:
    ties = [("a", "b", 99), ("c", "d", 3), ("c", "e", 1)]
    assert rank_ties(ties)[0] == 1


def test_order_of_the_ties_does_not_matter() -> None:
    ties = [("a", "b", 3), ("b", "c", 1), ("c", "a", 2), ("c", "c", 2)]
    ranked = {
        tuple(order[number] for number in rank_ties(list(order))) for order in permutations(ties)
    }
    assert len(ranked) == 1


def test_nothing_is_ranked_of_nothing() -> None:
    assert rank_ties([]) == []
