#!/usr/bin/env bash
# Build the wheel, install it where no checkout is near, and do the main job with it.
# Usage: .ci/wheel_test.sh SCRATCH_FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
project=$PWD
scratch=$1
mkdir -p "$scratch/dist" "$scratch/run"

python3 -m venv "$scratch/venv"
"$scratch/venv/bin/pip" wheel --quiet --no-deps --wheel-dir "$scratch/dist" "$project"
wheels=("$scratch"/dist/tradegraph-*.whl)
"$scratch/venv/bin/pip" install --quiet "${wheels[0]}"

cp -r "$project/seeds" "$scratch/run/seeds"
cd "$scratch/run"
unset PYTHONPATH
tradegraph=$scratch/venv/bin/tradegraph

# expect CODE COMMAND...: run a command and compare its exit code.
expect() {
    local wanted=$1 code=0
    shift
    echo "+ $(basename "$1") ${*:2}"
    "$@" || code=$?
    if [ "$code" -ne "$wanted" ]; then
        echo "expected exit code $wanted, got $code" >&2
        return 1
    fi
}

# filled FILE...: each file must be there and hold something.
filled() {
    local file
    for file in "$@"; do
        [ -s "$file" ] || { echo "$file is missing or empty" >&2; return 1; }
    done
}

expect 0 "$tradegraph" --version
expect 0 "$tradegraph" build seeds -o graph.ttl
filled graph.ttl
expect 0 "$tradegraph" validate
for format in trig nt nq jsonld rdf csv graphml gexf; do
    expect 0 "$tradegraph" export -o "export.$format"
    filled "export.$format"
done
for format in svg html dot; do
    expect 0 "$tradegraph" draw -o "network.$format"
    filled "network.$format"
done
grep -q cytoscape network.html || { echo "the page lacks its scripts" >&2; exit 1; }
expect 0 "$tradegraph" network -o network.gexf
filled network.gexf
expect 0 "$tradegraph" query -f csv -o answer.csv -e 'SELECT ?fact WHERE { ?assertion <https://w3id.org/tradegraph/ont#asserts> ?fact }'
filled answer.csv
[ "$(wc -l <answer.csv)" -gt 10 ] || { echo "the query found too few facts" >&2; exit 1; }
expect 1 "$tradegraph" ask -e 'ASK { <urn:nobody> a <urn:nothing> }'
expect 2 "$tradegraph" query no-such-query
expect 3 "$tradegraph" ingest no-such-file.txt
expect 0 "$tradegraph" doctor
