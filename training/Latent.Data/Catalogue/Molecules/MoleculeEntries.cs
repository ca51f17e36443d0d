using Latent.Files;
using Latent.Shared;

namespace Latent.Data;

/// <summary>
/// Molecules as SMILES strings: drug-like molecules from ZINC with their published split, and a small set that Debian ships.
/// </summary>
internal static class MoleculeEntries
{
    private const string All = "zinc250k.smi";
    private const string Validation = "jtnn-valid.smi";
    private const string Test = "jtnn-test.smi";
    private const string Nci5000 = "first_5K.smi";
    private const int ValidationCount = 2000;

    public static DataEntry Zinc { get; } = new(ReadZinc)
    {
        Name = "zinc250k",
        Title = "Drug-like molecules from ZINC: 220,010 for training, 2,000 of 24,445 for validation, 5,000 for test; "
            + "count=N limits the training set",
        License = "MIT, as published with mol_opt and icml18-jtnn",
        Files =
        [
            new(All, 11302921, "df0aa677c770f15c9943684d6600cba8e7076c67be6a090c12f24da3aaa55b70"),
            new(Validation, 1106144, "ad7d9c2bfebd93ffda6c32ed0e89d1714ae1f592f6340c0e6ae057521bbae30d"),
            new(Test, 225615, "31f6ce92914814db33bf0dbfc45f3836193e27cb80a59c54d88bc05a1f5fab83"),
        ],
        Sources =
        [
            new MirrorSource(),
            new ArchiveSource(
                "https://raw.githubusercontent.com/wenhao-gao/mol_opt/main/data/zinc.txt.gz",
                new Dictionary<string, string> { [All] = "zinc.txt" }),
            new UrlSource("https://raw.githubusercontent.com/wengong-jin/icml18-jtnn/master/data/zinc/", Suffix: "")
            {
                Names = new Dictionary<string, string> { [Validation] = "valid.txt", [Test] = "test.txt" },
                Only = [Validation, Test],
            },
        ],
        Settings = ["count"],
    };

    public static DataEntry Nci { get; }
        = new((folder, _) => new(MoleculeRows.Create("nci", SmilesLines.Read(Path.Combine(folder, Nci5000))), null))
        {
            Name = "nci",
            Title = "The first 4,999 molecules of the National Cancer Institute's open database, as SMILES strings",
            License = "BSD-3-Clause, part of RDKit",
            Files = [new(Nci5000, 192664, "91e71c015f14939837f2943dcc904f7c87e5a3a0124d82b05c28ad2f23004def")],
            Sources =
        [
            new MirrorSource(),
            new DebianSource("rdkit-data", "usr/share/RDKit/Data/NCI"),
            new UrlSource("https://raw.githubusercontent.com/rdkit/rdkit/master/Data/NCI/", Suffix: ""),
        ],
        };

    // The split of Jin et al. 2018: the published validation and test sets are subsets of all molecules, and the rest is the
    // training set. The validation set is subsampled by seed, so that it can be evaluated after every epoch.
    private static PublishedData ReadZinc(string folder, DataReference reference)
    {
        string[] published = [.. SmilesLines.Read(Path.Combine(folder, Validation))];
        string[] test = [.. SmilesLines.Read(Path.Combine(folder, Test))];
        var held = published.Concat(test).ToHashSet(StringComparer.Ordinal);
        string[] train = [.. SmilesLines.Read(Path.Combine(folder, All)).Where(smiles => !held.Contains(smiles))];

        string[] validation = [.. SeededShuffle.Permutation(published.Length, 0)[..ValidationCount].Order()
            .Select(position => published[position])];

        // One vocabulary for all three sets, so that each token has one index.
        var rows = MoleculeRows.Create("zinc250k", [.. Chosen(train, reference), .. validation, .. test]);
        var count = rows.Count - validation.Length - test.Length;
        return new(
            rows.Subset([.. Enumerable.Range(0, count)]),
            rows.Subset([.. Enumerable.Range(count + validation.Length, test.Length)]),
            rows.Subset([.. Enumerable.Range(count, validation.Length)]));
    }

    private static IEnumerable<string> Chosen(string[] train, DataReference reference)
    {
        if (!reference.Settings.TryGetValue("count", out var text))
            return train;
        var expected = $"a whole number from 1 to {train.Length}";
        var count = ReferenceSettings.Read<int>(reference, "count", text, expected);
        return count >= 1 && count <= train.Length
            ? SeededShuffle.Permutation(train.Length, 0)[..count].Order().Select(position => train[position])
            : throw ReferenceSettings.Unreadable(reference, "count", text, expected);
    }
}
