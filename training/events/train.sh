#!/bin/sh
# Learns the judge of event types: training/events/train.sh DATA VECTORS WORK OUT
#   DATA     folder with plv/ and headlines/       VECTORS  vectors.npz of training/learn_vectors.py, or an earlier model.bin
#   WORK     folder for what is made on the way    OUT      models/events-DATE/model.bin
# Needs `npm run data`, Python 3.11 with numpy and scipy. A minute on one core, the same to the bit each time.
set -eu
here=$(dirname "$0")
root=$here/../..
mkdir -p "$3"
python3 "$here/plv.py" "$1/plv/plv_train.tsv" > "$3/plv.pairs.jsonl"
python3 "$here/labelled.py" "$here/labelled.tsv" > "$3/own.pairs.jsonl"
python3 "$here/examples.py" "$root/data/events/predicates.tsv" > "$3/rules.pairs.jsonl"
python3 "$here/headings.py" "$here/headings.tsv" "$1/headlines/dyadic_2007-2012.tsv.xz" > "$3/headings.jsonl"
npx tsx "$here/heading-features.ts" < "$3/headings.jsonl" > "$3/headings.rows.jsonl"
for name in plv own rules; do
  npx tsx "$here/features.ts" < "$3/$name.pairs.jsonl" > "$3/$name.rows.jsonl"
done
OMP_NUM_THREADS=1 "${PYTHON:-python3}" "$here/train.py" --vectors "$2" --headings "$3/headings.rows.jsonl" --out "$4" \
  "$3/plv.rows.jsonl:1" "$3/own.rows.jsonl:1:blind" "$3/rules.rows.jsonl:0.3:blind"
