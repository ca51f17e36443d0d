using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Latent.Bundles;
using Latent.Files;
using Latent.Imaging;
using Latent.Sequences;

namespace Latent.Data;

/// <summary>Samples of one shape, row-major in memory, with optional labels. Immutable.</summary>
public sealed class Dataset
{
    private const int ChunkSize = 4096;

    private readonly Lazy<string> digest;
    private readonly Lazy<ValueRange> range;

    /// <summary>Creates a data set that wraps <paramref name="values"/> without copying.</summary>
    /// <param name="name">The name, for example <c>mnist</c>.</param>
    /// <param name="sampleShape">Shape of one sample: <c>[channels, height, width]</c> for images, <c>[features]</c> for tables.</param>
    /// <param name="values">Count x sample size values, row-major; the array must not be modified afterwards.</param>
    /// <param name="labels">One label per sample, or null.</param>
    /// <param name="labelNames">Names of the labels 0, 1, 2 ..., or null if they are plain numbers.</param>
    /// <param name="featureNames">One name per feature of a table, or null.</param>
    /// <param name="range">The range by definition, such as [0, 1] for images; null computes it on first use.</param>
    /// <param name="vocabulary">The vocabulary of token rows, or null.</param>
    /// <param name="items">The items of rating rows, one per feature, or null.</param>
    /// <param name="words">The categorical columns and their categories; null if all columns are numeric.</param>
    /// <exception cref="ArgumentException">The sizes are inconsistent.</exception>
    public Dataset(
        string name,
        IReadOnlyList<int> sampleShape,
        float[] values,
        int[]? labels = null,
        IReadOnlyList<string>? labelNames = null,
        IReadOnlyList<string>? featureNames = null,
        ValueRange? range = null,
        TokenVocabulary? vocabulary = null,
        ItemVocabulary? items = null,
        CategoryVocabulary? words = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(values);
        SampleSize = SizeOf(sampleShape);
        if (values.Length % SampleSize != 0)
            throw new ArgumentException($"{values.Length} values are not a whole number of samples of size {SampleSize}.", nameof(values));
        Count = values.Length / SampleSize;
        if (labels is not null && labels.Length != Count)
            throw new ArgumentException($"{labels.Length} labels for {Count} samples.", nameof(labels));
        if (featureNames is not null && featureNames.Count != SampleSize)
            throw new ArgumentException($"{featureNames.Count} feature names for {SampleSize} features.", nameof(featureNames));
        if (items is not null && items.Ids.Count != SampleSize)
            throw new ArgumentException($"{items.Ids.Count} items for {SampleSize} features.", nameof(items));
        if (words is not null && words.Columns[^1].Column >= SampleSize)
        {
            throw new ArgumentException(
                $"Categorical column {words.Columns[^1].Column}, counted from 0, is out of range for {SampleSize} features.",
                nameof(words));
        }

        Name = name;
        SampleShape = [.. sampleShape];
        Values = values;
        Labels = labels;
        LabelNames = labelNames;
        FeatureNames = featureNames;
        Vocabulary = vocabulary;
        Items = items;
        CategoricalColumns = words;
        this.range = range is { } known ? new(known) : new(() => ValueRange.Compute(values));
        digest = new(ComputeDigest);
    }

    /// <summary>The name, for example <c>mnist</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// SHA-256 of sample shape, values and labels, as 64 lower-case hexadecimal digits; computed on first use. Excludes names.
    /// </summary>
    public string Digest => digest.Value;

    /// <summary>Shape of one sample: <c>[channels, height, width]</c> for images, <c>[features]</c> for tables.</summary>
    public IReadOnlyList<int> SampleShape { get; }

    /// <summary>Values per sample: the product of <see cref="SampleShape"/>.</summary>
    public int SampleSize { get; }

    /// <summary>The number of samples; 0 only for an empty subset.</summary>
    public int Count { get; }

    /// <summary>Count x SampleSize values, row-major; images lie in [0, 1]. The internal array: read-only for callers.</summary>
    public float[] Values { get; }

    /// <summary>One label per sample, or null. The internal array: read-only for callers.</summary>
    public int[]? Labels { get; }

    /// <summary>Names of the labels 0, 1, 2 ..., or null if they are plain numbers.</summary>
    public IReadOnlyList<string>? LabelNames { get; }

    /// <summary>One name per feature, or null.</summary>
    public IReadOnlyList<string>? FeatureNames { get; }

    /// <summary>The vocabulary of token rows; null for other rows.</summary>
    public TokenVocabulary? Vocabulary { get; }

    /// <summary>The items of rating rows, one per feature; null for other rows.</summary>
    public ItemVocabulary? Items { get; }

    /// <summary>
    /// The categorical columns and their categories; values in these columns are category indices (<see cref="CategoricalColumn"/>).
    /// Null if all columns are numeric.
    /// </summary>
    public CategoryVocabulary? CategoricalColumns { get; }

    /// <summary>
    /// Named groups of labels, such as attacks of one kind; metrics are reported per group as well as overall. None for most data sets.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> LabelGroups { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// Defect masks of the images: Count x height x width values, 1 for pixels of a defect, else 0. Null if unknown, as for
    /// most data sets.
    /// </summary>
    public byte[]? Masks { get; init; }

    /// <summary>Minimum and maximum value: [0, 1] by definition for images from 8-bit files, computed otherwise.</summary>
    public ValueRange Range => range.Value;

    /// <summary>The sample shape as an image shape, or null if the samples are not images.</summary>
    public ImageShape? Image => SampleShape is [var channels, var height, var width] ? new ImageShape(channels, height, width) : null;

    /// <summary>Returns one sample, without copying.</summary>
    /// <param name="index">0 to Count - 1.</param>
    public ReadOnlySpan<float> Row(int index) => Rows(index..(index + 1));

    /// <summary>Returns consecutive samples, without copying.</summary>
    /// <param name="rows">For example <c>0..128</c> or <c>^10..</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range exceeds the data set.</exception>
    public ReadOnlySpan<float> Rows(Range rows)
    {
        var (start, length) = rows.GetOffsetAndLength(Count);
        return Values.AsSpan(start * SampleSize, length * SampleSize);
    }

    /// <summary>Returns all samples in order, in chunks that bound the memory of a computation; each chunk is a copy.</summary>
    public IEnumerable<float[]> Chunks()
    {
        for (var start = 0; start < Count; start += ChunkSize)
            yield return Rows(start..Math.Min(Count, start + ChunkSize)).ToArray();
    }

    /// <summary>Copies the samples at the given indices into <paramref name="destination"/>.</summary>
    /// <param name="indices">The sample indices, in output order; repetitions are allowed.</param>
    /// <param name="destination">At least indices x SampleSize values.</param>
    public void CopyRows(ReadOnlySpan<int> indices, Span<float> destination)
    {
        for (var i = 0; i < indices.Length; i++)
            Values.AsSpan(indices[i] * SampleSize, SampleSize).CopyTo(destination[(i * SampleSize)..]);
    }

    /// <summary>Returns a new data set with the samples at the given indices, in the given order.</summary>
    public Dataset Subset(ReadOnlySpan<int> indices)
    {
        var values = GC.AllocateUninitializedArray<float>(indices.Length * SampleSize);
        CopyRows(indices, values);
        var labels = Labels is null ? null : new int[indices.Length];
        for (var i = 0; i < indices.Length && labels is not null; i++)
            labels[i] = Labels![indices[i]];
        return new(Name, SampleShape, values, labels, LabelNames, FeatureNames, Range, Vocabulary, Items, CategoricalColumns)
        {
            LabelGroups = LabelGroups,
            Masks = MasksOf(indices),
        };
    }

    /// <summary>Returns the same samples with other values, without copying them.</summary>
    /// <param name="values">Count x sample size values.</param>
    public Dataset With(float[] values) => With(values, CategoricalColumns);

    /// <summary>
    /// Returns the same samples with the category indices of another vocabulary; categories missing from it become
    /// <see cref="CategoricalColumn.Unseen"/>.
    /// </summary>
    /// <param name="words">A vocabulary of the same categorical columns.</param>
    /// <exception cref="DataException">The data set has different categorical columns.</exception>
    public Dataset In(CategoryVocabulary words) => ReferenceEquals(words, CategoricalColumns) ? this : With(CategoryIndices.Translate(this, words), words);

    private Dataset With(float[] values, CategoryVocabulary? categories) =>
        new(Name, SampleShape, values, Labels, LabelNames, FeatureNames, vocabulary: Vocabulary, items: Items, words: categories)
        {
            LabelGroups = LabelGroups,
            Masks = Masks,
        };

    private byte[]? MasksOf(ReadOnlySpan<int> indices)
    {
        if (Masks is null)
            return null;

        var size = Masks.Length / Count;
        var chosen = new byte[indices.Length * size];
        for (var i = 0; i < indices.Length; i++)
            Masks.AsSpan(indices[i] * size, size).CopyTo(chosen.AsSpan(i * size));
        return chosen;
    }

    private static int SizeOf(IReadOnlyList<int> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Count == 0 || shape.Any(size => size < 1))
        {
            throw new ArgumentException(
                $"Every dimension of a sample shape must be at least 1. Received: [{string.Join(", ", shape)}].", nameof(shape));
        }

        return shape.Aggregate(1, (product, size) => checked(product * size));
    }

    private string ComputeDigest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"latent-dataset-1 {string.Join('x', SampleShape)} {Count} {Labels is not null}\n"));
        hash.AppendData(MemoryMarshal.AsBytes<float>(Values));
        hash.AppendData(MemoryMarshal.AsBytes<int>(Labels));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
