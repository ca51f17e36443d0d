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
    /// <param name="schema">What the samples are.</param>
    /// <param name="values">Count x sample size values, row-major; the array must not be modified afterwards.</param>
    /// <param name="labels">One label per sample, or null.</param>
    /// <param name="labelNames">Names of the labels 0, 1, 2 ..., or null if they are plain numbers.</param>
    /// <param name="range">The range by definition, such as [0, 1] for images; null computes it on first use.</param>
    /// <exception cref="ArgumentException">The sizes are inconsistent.</exception>
    public Dataset(
        string name,
        Schema schema,
        float[] values,
        int[]? labels = null,
        IReadOnlyList<string>? labelNames = null,
        ValueRange? range = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length % schema.SampleSize != 0)
            throw new ArgumentException(
                $"{values.Length} values are not a whole number of samples of size {schema.SampleSize}.",
                nameof(values));
        Count = values.Length / schema.SampleSize;
        if (labels is not null && labels.Length != Count)
            throw new ArgumentException($"{labels.Length} labels for {Count} samples.", nameof(labels));

        Name = name;
        Schema = schema;
        Values = values;
        Labels = labels;
        LabelNames = labelNames;
        this.range = range is { } known ? new(known) : new(() => ValueRange.Compute(values));
        digest = new(ComputeDigest);
    }

    /// <summary>Creates a data set of images, or of a table of numbers, that wraps <paramref name="values"/> without copying.</summary>
    /// <inheritdoc cref="Dataset(string, Schema, float[], int[], IReadOnlyList{string}, ValueRange?)"/>
    /// <param name="name">The name, for example <c>mnist</c>.</param>
    /// <param name="sampleShape">Shape of one sample: <c>[channels, height, width]</c> for images, <c>[features]</c> for tables.</param>
    /// <param name="values">Count x sample size values, row-major; the array must not be modified afterwards.</param>
    /// <param name="labels">One label per sample, or null.</param>
    /// <param name="labelNames">Names of the labels 0, 1, 2 ..., or null if they are plain numbers.</param>
    /// <param name="range">The range by definition, such as [0, 1] for images; null computes it on first use.</param>
    public Dataset(
        string name,
        IReadOnlyList<int> sampleShape,
        float[] values,
        int[]? labels = null,
        IReadOnlyList<string>? labelNames = null,
        ValueRange? range = null)
        : this(name, Schema.FromShape(sampleShape), values, labels, labelNames, range)
    {
    }

    /// <summary>The name, for example <c>mnist</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// SHA-256 of sample shape, values and labels, as 64 lower-case hexadecimal digits; computed on first use. Excludes names.
    /// </summary>
    public string Digest => digest.Value;

    /// <summary>What the samples are: images, rows of a table, token rows or ratings.</summary>
    public Schema Schema { get; }

    /// <inheritdoc cref="Schema.SampleShape"/>
    public IReadOnlyList<int> SampleShape => Schema.SampleShape;

    /// <inheritdoc cref="Schema.SampleSize"/>
    public int SampleSize => Schema.SampleSize;

    /// <summary>The number of samples; 0 only for an empty subset.</summary>
    public int Count { get; }

    /// <summary>Count x SampleSize values, row-major; images lie in [0, 1]. The internal array: read-only for callers.</summary>
    public float[] Values { get; }

    /// <summary>One label per sample, or null. The internal array: read-only for callers.</summary>
    public int[]? Labels { get; }

    /// <summary>Names of the labels 0, 1, 2 ..., or null if they are plain numbers.</summary>
    public IReadOnlyList<string>? LabelNames { get; }

    /// <summary>One name per feature of a table, or null.</summary>
    public IReadOnlyList<string>? FeatureNames => (Schema as TableSchema)?.Features;

    /// <summary>The vocabulary of token rows; null for other rows.</summary>
    public TokenVocabulary? Vocabulary => (Schema as TokenSchema)?.Vocabulary;

    /// <summary>The items of rating rows, one per feature; null for other rows.</summary>
    public ItemVocabulary? Items => (Schema as RatingSchema)?.Items;

    /// <summary>
    /// The categorical columns of a table and their categories; values in these columns are category indices
    /// (<see cref="CategoricalColumn"/>). Null if all columns are numeric.
    /// </summary>
    public CategoryVocabulary? CategoricalColumns => (Schema as TableSchema)?.CategoricalColumns;

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

    /// <summary>The image shape, or null if the samples are not images.</summary>
    public ImageShape? Image => (Schema as ImageSchema)?.Image;

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
        return new(Name, Schema, values, labels, LabelNames, Range)
        {
            LabelGroups = LabelGroups,
            Masks = MasksOf(indices),
        };
    }

    /// <summary>Returns the same samples with other values, without copying them.</summary>
    /// <param name="values">Count x sample size values.</param>
    public Dataset With(float[] values) => With(values, Schema);

    /// <summary>
    /// Returns the same samples with the category indices of another vocabulary; categories missing from it become
    /// <see cref="CategoricalColumn.Unseen"/>.
    /// </summary>
    /// <param name="categories">A vocabulary of the same categorical columns.</param>
    /// <exception cref="DataException">The data set has different categorical columns.</exception>
    public Dataset In(CategoryVocabulary categories) => ReferenceEquals(categories, CategoricalColumns)
        ? this
        : With(CategoryIndices.Translate(this, categories), new TableSchema(SampleSize, FeatureNames, categories));

    private Dataset With(float[] values, Schema schema) =>
        new(Name, schema, values, Labels, LabelNames)
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

    private string ComputeDigest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"latent-dataset-1 {string.Join('x', SampleShape)} {Count} {Labels is not null}\n"));
        hash.AppendData(MemoryMarshal.AsBytes<float>(Values));
        hash.AppendData(MemoryMarshal.AsBytes<int>(Labels));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
