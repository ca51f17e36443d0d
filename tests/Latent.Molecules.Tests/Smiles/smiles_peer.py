"""Writes SMILES strings with RDKit's verdict on each, to compare Latent's reader with.

Needs Debian's python3-rdkit; nothing that is shipped does. The committed fixture is

    python3 smiles_peer.py zinc250k.smi first_5K.smi --count 2000 --seed 1 > smiles_verdicts.tsv

and the measure of the benchmark takes --count 20000 --seed 0, with --also FILE for strings that a model wrote.

A third of the strings is real (half ZINC, half NCI, some written from a random atom on or with Kekule bonds); two
thirds are real ones that were changed in one to three places: a token left out, put in twice, swapped, or taken from
another string. Columns: string, 1 where RDKit reads it, heavy atoms, rings, hetero-atoms, RDKit's canonical form without
handedness (these four are 0 and - where it does not).
"""

import argparse
import gzip
import random
import re
import sys

from rdkit import Chem, RDLogger

TOKEN = re.compile(r"\[[^\]]*\]|Cl|Br|%\d\d|.")


def lines_of(path):
    opened = gzip.open(path, "rt") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as file:
        return [line.split()[0] for line in file if line.split()]


def rewritten(smiles, rng):
    molecule = Chem.MolFromSmiles(smiles)
    if molecule is None:
        return smiles
    if rng.random() < 0.3:
        Chem.Kekulize(molecule, clearAromaticFlags=True)
    order = list(range(molecule.GetNumAtoms()))
    rng.shuffle(order)
    return Chem.MolToSmiles(Chem.RenumberAtoms(molecule, order), canonical=False)


def changed(smiles, alphabet, rng):
    tokens = TOKEN.findall(smiles)
    for _ in range(rng.randint(1, 3)):
        place = rng.randrange(len(tokens))
        kind = rng.randrange(5)
        if kind == 0 and len(tokens) > 1:
            del tokens[place]
        elif kind == 1:
            tokens.insert(place, tokens[place])
        elif kind == 2:
            tokens[place] = rng.choice(alphabet)
        elif kind == 3:
            tokens.insert(place, rng.choice(alphabet))
        else:
            other = rng.randrange(len(tokens))
            tokens[place], tokens[other] = tokens[other], tokens[place]
    return "".join(tokens)


def rings_of(molecule):
    return molecule.GetNumBonds() - molecule.GetNumAtoms() + len(Chem.GetMolFrags(molecule))


def row(smiles):
    molecule = Chem.MolFromSmiles(smiles)
    if molecule is None:
        return (smiles, 0, 0, 0, 0, "-")
    heavy = [atom for atom in molecule.GetAtoms() if atom.GetAtomicNum() != 1]
    hetero = sum(atom.GetAtomicNum() != 6 for atom in heavy)
    return (smiles, 1, len(heavy), rings_of(molecule), hetero, Chem.MolToSmiles(molecule, isomericSmiles=False))


def strings(sources, count, rng):
    alphabet = sorted({token for source in sources for smiles in rng.sample(source, 2000) for token in TOKEN.findall(smiles)})
    while count > 0:
        smiles = rng.choice(rng.choice(sources))
        kind = rng.randrange(6)
        yield smiles if kind == 0 else rewritten(smiles, rng) if kind == 1 else changed(smiles, alphabet, rng)
        count -= 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--count", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--also", help="a file of strings that a model wrote")
    options = parser.parse_args()
    RDLogger.DisableLog("rdApp.*")
    rng = random.Random(options.seed)
    written = [smiles for smiles in strings([lines_of(path) for path in options.sources], options.count, rng)]
    if options.also:
        written += lines_of(options.also)
    for smiles in written:
        if smiles:
            print("\t".join(str(value) for value in row(smiles)))
    return 0


sys.exit(main())
