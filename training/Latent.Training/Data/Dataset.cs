using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Latent.Bundles;
using Latent.Imaging;
using Latent.Sequences;

namespace Latent.Training.Data;

/// <summary>Samples of one shape, held in memory row after row, with labels where they are known. Never changes after it is made.</summary>
public sealed class Dataset
{
    private const int SamplesAtOnce = 4096;

    private readonly Lazy<string> digest;
    private readonly Lazy<ValueRange> range;

    /// <summary>Makes a data set over <paramref name="values"/>, which it keeps and does not copy.</summary>
    /// <param name="name">What people call it, for example <c>mnist</c>.</param>
    /// <param name="sampleShape">Shape of one sample: <c>[channels, height, width]</c> for pictures, <c>[features]</c> for tables.</param>
    /// <param name="values">Count x sample size numbers, row after row; nobody may write to it afterwards.</param>
    /// <param name="labels">One label a sample, or null.</param>
    /// <param name="labelNames">What the labels 0, 1, 2 ... are called, or null where they are plain numbers.</param>
    /// <param name="featureNames">One name a feature of a table, or null.</param>
    /// <param name="range">Range by definition, such as [0, 1] for pictures; null measures it when it is asked for.</param>
    /// <param name="vocabulary">What the numbers of rows of tokens stand for, or null.</param>
    /// <param name="items">The items of rating rows, one a feature, or null.</param>
    /// <param name="words">Which columns hold the numbers of words, and of which; null where all hold plain numbers.</param>
    /// <exception cref="ArgumentException">Sizes do not agree.</exception>
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
            throw new ArgumentException($"{values.Length} values are no whole number of samples of {SampleSize}.", nameof(values));
        Count = values.Length / SampleSize;
        if (labels is not null && labels.Length != Count)
            throw new ArgumentException($"{labels.Length} labels for {Count} samples.", nameof(labels));
        if (featureNames is not null && featureNames.Count != SampleSize)
            throw new ArgumentException($"{featureNames.Count} feature names for {SampleSize} features.", nameof(featureNames));
        if (items is not null && items.Ids.Count != SampleSize)
            throw new ArgumentException($"{items.Ids.Count} items for {SampleSize} features.", nameof(items));
        if (words is not null && words.Columns[^1].Column >= SampleSize)
            throw new ArgumentException($"Words in column {words.Columns[^1].Column} of {SampleSize}, counted from 0.", nameof(words));

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

    /// <summary>What people call it, for example <c>mnist</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// Sha256, as 64 lower-case hexadecimal digits, of sample shape, values and labels; computed when first asked for.
    /// Names do not enter it.
    /// </summary>
    public string Digest => digest.Value;

    /// <summary>Shape of one sample: <c>[channels, height, width]</c> for pictures, <c>[features]</c> for tables.</summary>
    public IReadOnlyList<int> SampleShape { get; }

    /// <summary>Numbers in one sample: the product of <see cref="SampleShape"/>.</summary>
    public int SampleSize { get; }

    /// <summary>Number of samples; 0 only for an empty subset.</summary>
    public int Count { get; }

    /// <summary>Count x SampleSize numbers, row after row; pictures lie in [0, 1]. The data set's own memory, to be read only.</summary>
    public float[] Values { get; }

    /// <summary>One label a sample, or null. The data set's own memory, to be read only.</summary>
    public int[]? Labels { get; }

    /// <summary>What the labels 0, 1, 2 ... are called, or null where they are plain numbers.</summary>
    public IReadOnlyList<string>? LabelNames { get; }

    /// <summary>One name a feature, or null.</summary>
    public IReadOnlyList<string>? FeatureNames { get; }

    /// <summary>What the numbers in rows of tokens stand for; null where rows are no tokens.</summary>
    public TokenVocabulary? Vocabulary { get; }

    /// <summary>The items that the features of rating rows stand for; null for other rows.</summary>
    public ItemVocabulary? Items { get; }
    /// <summary>Which columns hold the numbers of words, and of which (<see cref="CategoricalColumn"/>); null where all hold plain numbers.</summary>
    public CategoryVocabulary? CategoricalColumns { get; }

    /// <summary>Named sets of labels, such as the attacks of one kind; figures are given for each beside those of all. None for most data.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> LabelGroups { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// Which pixels of each picture belong to a defect: count x height x width numbers, 1 for those that do, else 0. Null
    /// where that is not known, as for most data.
    /// </summary>
    public byte[]? Masks { get; init; }

    /// <summary>Least and greatest value: [0, 1] by definition for pictures read from 8-bit files, measured otherwise.</summary>
    public ValueRange Range => range.Value;

    /// <summary>The sample shape as a picture's, or null where a sample is no picture.</summary>
    public ImageShape? Image => SampleShape is [var channels, var height, var width] ? new ImageShape(channels, height, width) : null;

    /// <summary>One sample, without a copy.</summary>
    /// <param name="index">0 to Count - 1.</param>
    public ReadOnlySpan<float> Row(int index) => Rows(index..(index + 1));

    /// <summary>Neighbouring samples, without a copy.</summary>
    /// <param name="rows">For example <c>0..128</c> or <c>^10..</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches beyond the data set.</exception>
    public ReadOnlySpan<float> Rows(Range rows)
    {
        var (start, length) = rows.GetOffsetAndLength(Count);
        return Values.AsSpan(start * SampleSize, length * SampleSize);
    }

    /// <summary>All samples in their order, so many at once that a computation over them stays small; each part is a copy.</summary>
    internal IEnumerable<float[]> Chunks()
    {
        for (var start = 0; start < Count; start += SamplesAtOnce)
            yield return Rows(start..Math.Min(Count, start + SamplesAtOnce)).ToArray();
    }

    /// <summary>Writes the samples of the given numbers one after another into <paramref name="destination"/>.</summary>
    /// <param name="indices">Which samples, in which order; one may come twice.</param>
    /// <param name="destination">At least indices x SampleSize numbers.</param>
    public void CopyRows(ReadOnlySpan<int> indices, Span<float> destination)
    {
        for (var i = 0; i < indices.Length; i++)
            Values.AsSpan(indices[i] * SampleSize, SampleSize).CopyTo(destination[(i * SampleSize)..]);
    }

    /// <summary>A data set of its own that holds only the samples of the given numbers, in their order.</summary>
    public Dataset Subset(ReadOnlySpan<int> indices)
    {
        var values = GC.AllocateUninitializedArray<float>(indices.Length * SampleSize);
        CopyRows(indices, values);
        var labels = Labels is null ? null : new int[indices.Length];
        for (var i = 0; i < indices.Length && labels is not null; i++)
            labels[i] = Labels![indices[i]];
        return new(Name, SampleShape, values, labels, LabelNames, FeatureNames, Range, Vocabulary, Items, CategoricalColumns) { LabelGroups = LabelGroups, Masks = MasksOf(indices) };
    }

    /// <summary>The same samples with other values, which it keeps and does not copy.</summary>
    /// <param name="values">Count x sample size numbers.</param>
    public Dataset With(float[] values) => With(values, CategoricalColumns);

    /// <summary>The same samples with their words numbered as another vocabulary has them; a word that it lacks becomes <see cref="CategoricalColumn.Unseen"/>.</summary>
    /// <param name="words">Words for the same columns.</param>
    /// <exception cref="DataException">Other columns hold words here.</exception>
    public Dataset In(CategoryVocabulary words) => ReferenceEquals(words, CategoricalColumns) ? this : With(CategoryIndices.Translate(this, words), words);

    private Dataset With(float[] values, CategoryVocabulary? words) => new(Name, SampleShape, values, Labels, LabelNames, FeatureNames, vocabulary: Vocabulary, items: Items, words: words) { LabelGroups = LabelGroups, Masks = Masks };

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
            throw new ArgumentException($"A sample shape holds sizes of at least 1. Received: [{string.Join(", ", shape)}].", nameof(shape));
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
