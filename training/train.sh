#!/bin/sh
# Learns the weights of the language layer from the shared data: word vectors, two large networks (the committee), what they
# say of raw sentences, a small network that learns from both, and model.bin. Takes about three hours on two cores.
# Usage: training/train.sh [DATA] [WORK]   DATA: folder with ud/, raw/ …; WORK: folder for checkpoints, kept between runs.
# What is already there is not made again, and training goes on from its last checkpoint. Needs `npm run data` before.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=$(cd "${1:-$here/../../shared/data}" && pwd)
work=${2:-$here/../.scratch/train}
mkdir -p "$work"
work=$(cd "$work" && pwd)
export PYTHONHASHSEED=0
cd "$here"
[ -f "$work/vectors.npz" ] || python3 learn_vectors.py --data "$data" --out "$work" --epochs 3
[ -f "$work/silver.tsv" ] || {
  python3 silver_text.py --data "$data" > "$work/silver.txt"
  npx tsx split-text.ts < "$work/silver.txt" > "$work/silver.part"
  mv "$work/silver.part" "$work/silver.tsv"
}
member() {
  python3 train.py --data "$data" --vectors "$work/vectors.npz" --out "$work/teacher$1" --seed "$1" --hidden "$2" --layers "$3" \
    --dropout "$4" --arc 192 --label 160 --tokens 1500 --rate 1.5e-3 --epochs 20
}
member 1 224 5 0.35
member 2 256 4 0.40
[ -f "$work/silver.npz" ] ||
  python3 committee.py --runs "$work/teacher1" "$work/teacher2" --text "$work/silver.tsv" --out "$work/silver.npz"
python3 train.py --data "$data" --vectors "$work/vectors.npz" --silver "$work/silver.npz" --out "$work/student" --seed 1 \
  --hidden 128 --layers 4 --dropout 0.2 --epochs 24
python3 pack.py --data "$data" --run "$work/student" --out "$here/../models/en-2026-11-27/model.bin"
