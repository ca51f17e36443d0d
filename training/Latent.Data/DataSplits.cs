using System.Security.Cryptography;
using System.Text;
using Latent.Files;
using Latent.Shared;

namespace Latent.Data;

/// <summary>
/// The training, validation and test sets of a data set. The training set fits the model, the validation set selects and
/// calibrates it, and the test set is used for evaluation only.
/// </summary>
public sealed class DataSplits
{
    private readonly Lazy<string> digest;

    /// <summary>Combines three sets of the same sample shape.</summary>
    /// <exception cref="ArgumentException">The sample shapes differ.</exception>
    public DataSplits(Dataset train, Dataset validation, Dataset test)
    {
        foreach (var part in new[] { validation, test })
        {
            if (!part.SampleShape.SequenceEqual(train.SampleShape))
            {
                throw new ArgumentException(
                    $"The splits of a data set must have the same sample shape. Received: {Describe(train)} and {Describe(part)}.");
            }
        }

        Train = train;
        Validation = validation;
        Test = test;
        digest = new(ComputeDigest);
    }

    /// <summary>The training set; at least one sample.</summary>
    public Dataset Train { get; }

    /// <summary>The validation set, for early stopping and calibration; empty if its requested size is 0.</summary>
    public Dataset Validation { get; }

    /// <summary>The test set, for evaluation only: the published test set if there is one, else a subset sampled by seed.</summary>
    public Dataset Test { get; }

    /// <summary>Name of the data set.</summary>
    public string Name => Train.Name;

    /// <summary>
    /// SHA-256 of the three sets, as 64 lower-case hexadecimal digits; equal if all three contain the same samples in the same order.
    /// </summary>
    public string Digest => digest.Value;

    /// <summary>Splits <paramref name="all"/>, which has no published test set, into three sets by seed.</summary>
    /// <param name="all">All samples.</param>
    /// <param name="options">The split sizes and the seed.</param>
    /// <exception cref="DataException">No samples would be left for training.</exception>
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

    /// <summary>
    /// Samples the validation set from <paramref name="train"/> by seed, and leaves the published <paramref name="test"/> set unchanged.
    /// </summary>
    /// <param name="train">All samples available for training and validation.</param>
    /// <param name="test">The published test set.</param>
    /// <param name="options">The size of the validation set, and the seed.</param>
    /// <exception cref="DataException">No samples would be left for training.</exception>
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
            "No samples are left for training.",
            $"data set \"{all.Name}\"",
            $"fewer than all {all.Count} samples for validation and test together",
            $"{validation} for validation and {test} for test",
            "Reduce the validation or test size, or provide more data.");
    }

    private string ComputeDigest()
    {
        var parts = string.Join('\n', Train.Digest, Validation.Digest, Test.Digest);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)));
    }
}
