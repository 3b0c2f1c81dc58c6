#!/bin/sh
# Learns the weights of the language layer from the shared data: word vectors, three networks (the committee), what they say of
# raw sentences, the network that ships, which learns from both, and model.bin. Takes some four hours on two cores.
# Usage: training/train.sh [DATA] [WORK] [EPOCHS]   DATA: folder with ud/, raw/ …; WORK: folder for checkpoints, kept between
# runs, where model.bin is written, too; EPOCHS: of each network, 20 unless given.
# What is already there is not made again, and training goes on from its last checkpoint. Needs `npm run data` before.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=$(cd "${1:-$here/../../shared/data}" && pwd)
work=${2:-$here/../.scratch/train}
epochs=${3:-20}
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
  python3 train.py --data "$data" --vectors "$work/vectors.npz" --out "$work/teacher$1" --seed "$1" --hidden "$2" --arc "$3" \
    --label "$4" --dropout "$5" --rate "$6" --epochs "$epochs"
}
member 1 128 192 160 0.33 3e-3
member 2 192 256 192 0.36 2.5e-3
member 3 256 256 192 0.40 2e-3
[ -f "$work/silver.npz" ] || python3 committee.py --text "$work/silver.tsv" --out "$work/silver.npz" \
  --runs "$work/teacher1" "$work/teacher2" "$work/teacher3"
python3 train.py --data "$data" --start "$work/teacher1" --silver "$work/silver.npz" --out "$work/student" --seed 1 \
  --dropout 0.25 --rate 2e-3 --epochs "$epochs"
python3 pack.py --data "$data" --run "$work/student" --out "$work/model.bin"
