using System.Security.Cryptography;
using System.Text;
using Latent.Shared;

namespace Latent.Data;

/// <summary>The three parts of a data set. Training fits on the first, chooses and calibrates on the second, and never sees the third.</summary>
public sealed class DataSplits
{
    private readonly Lazy<string> digest;

    /// <summary>Puts three parts of one sample shape together.</summary>
    /// <exception cref="ArgumentException">The parts differ in sample shape.</exception>
    public DataSplits(Dataset train, Dataset validation, Dataset test)
    {
        foreach (var part in new[] { validation, test })
        {
            if (!part.SampleShape.SequenceEqual(train.SampleShape))
                throw new ArgumentException($"Parts of one data set share their sample shape. Received: {Describe(train)} and {Describe(part)}.");
        }

        Train = train;
        Validation = validation;
        Test = test;
        digest = new(ComputeDigest);
    }

    /// <summary>What the model is fitted on; at least one sample.</summary>
    public Dataset Train { get; }

    /// <summary>What early stopping and calibration look at; may be empty where a split of 0 was asked for.</summary>
    public Dataset Validation { get; }

    /// <summary>What only the evaluation sees: the published test set where there is one, else a share drawn by seed.</summary>
    public Dataset Test { get; }

    /// <summary>Name of the data set.</summary>
    public string Name => Train.Name;

    /// <summary>Sha256, as 64 lower-case hexadecimal digits: equal where all three parts hold equal samples in equal order.</summary>
    public string Digest => digest.Value;

    /// <summary>Divides <paramref name="all"/>, which has no published test set, into three parts by seed.</summary>
    /// <param name="all">Every sample.</param>
    /// <param name="options">Sizes of the parts, and the seed.</param>
    /// <exception cref="DataException">Nothing would be left to train on.</exception>
    public static DataSplits Divide(Dataset all, DataOptions options)
    {
        var test = options.Test.CountOf(all.Count);
        var validation = options.Validation.CountOf(all.Count - test);
        CheckSomeLeft(all, validation, test);
        var order = SeededShuffle.Permutation(all.Count, options.Seed).AsSpan();
        return new(
            InFileOrder(all, order[(test + validation)..]),
            InFileOrder(all, order[test..(test + validation)]),
            InFileOrder(all, order[..test]));
    }

    /// <summary>Takes the validation part out of <paramref name="train"/> by seed and leaves the published <paramref name="test"/> set as it is.</summary>
    /// <param name="train">Every sample that training may see.</param>
    /// <param name="test">The published test set.</param>
    /// <param name="options">Size of the validation part, and the seed.</param>
    /// <exception cref="DataException">Nothing would be left to train on.</exception>
    public static DataSplits Divide(Dataset train, Dataset test, DataOptions options)
    {
        var validation = options.Validation.CountOf(train.Count);
        CheckSomeLeft(train, validation, 0);
        var order = SeededShuffle.Permutation(train.Count, options.Seed).AsSpan();
        return new(InFileOrder(train, order[validation..]), InFileOrder(train, order[..validation]), test);
    }

    private static Dataset InFileOrder(Dataset all, Span<int> indices)
    {
        indices.Sort();
        return all.Subset(indices);
    }

    private static string Describe(Dataset part) => $"[{string.Join(", ", part.SampleShape)}]";

    private static void CheckSomeLeft(Dataset all, int validation, int test)
    {
        if (validation + test < all.Count) return;
        throw new DataException(
            "Nothing is left to train on.",
            $"data set \"{all.Name}\"",
            $"fewer than {all.Count} samples for validation and test, which is all there are",
            $"{validation} for validation and {test} for test",
            "Ask for smaller parts, or give more data.");
    }

    private string ComputeDigest()
    {
        var parts = string.Join('\n', Train.Digest, Validation.Digest, Test.Digest);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)));
    }
}
