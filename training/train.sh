#!/bin/sh
# Learns the weights of the language layer from the shared data: word vectors, then the network, then model.bin.
# Usage: training/train.sh [DATA] [WORK]   DATA: folder with ud/ and raw/; WORK: folder for checkpoints, kept between runs.
# What is already there is not made again: word vectors stay, training goes on from its last checkpoint.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=$(cd "${1:-$here/../../shared/data}" && pwd)
work=${2:-$here/../.scratch/train}
mkdir -p "$work"
work=$(cd "$work" && pwd)
export PYTHONHASHSEED=0
cd "$here"
[ -f "$work/vectors.npz" ] || python3 learn_vectors.py --data "$data" --out "$work" --epochs 3
python3 train.py --data "$data" --vectors "$work/vectors.npz" --out "$work" --hidden 128 --epochs 40 --headlines 0.2 --seed 1
python3 pack.py --data "$data" --run "$work" --out "$here/../models/en-2026-11-24/model.bin"
