using Latent.Data;
using Latent.Runtime;
using Latent.Shared;

namespace Latent.Training.Recipes;

/// <summary>Brings rows into the state that a recipe asks for: normal rows only, no more rows than asked for, binary values, words that training rows have.</summary>
internal static class RowPreparation
{
    private const long Seed = 3;

    /// <summary>
    /// Validation and test rows binary where the recipe asks for it, normal rows alone in training and validation, and
    /// training pictures mirrored as well. A word that no training row has is unseen everywhere: the model cannot know it.
    /// </summary>
    /// <exception cref="DataException">There are no labels, no rows with the normal ones, or values outside [0, 1].</exception>
    public static DataSplits Apply(DataSettings settings, DataSplits data)
    {
        if (settings.Normal is { } normal)
            data = new DataSplits(OnlyNormal(data.Train, normal), data.Validation.Count == 0 ? data.Validation : OnlyNormal(data.Validation, normal), data.Test);
        if (settings.Rows is { } limit)
            data = new DataSplits(Limit(data.Train, limit, settings.Seed), Limit(data.Validation, limit, settings.Seed), Limit(data.Test, limit, settings.Seed));
        if (CategoryIndices.In(data.Train) is { } words)
            data = new DataSplits(data.Train.In(words), data.Validation.In(words), data.Test.In(words));
        if (settings.Mirror)
            data = new DataSplits(ImageMirror.Apply(data.Train), data.Validation, data.Test);
        return settings.Binarization == Binarization.None
            ? data
            : new DataSplits(CheckedUnit(data.Train), Binarize(data.Validation), Binarize(data.Test));
    }

    /// <summary>At most so many rows, chosen by seed, in their order.</summary>
    public static Dataset Limit(Dataset rows, int count, ulong seed) => rows.Count <= count
        ? rows
        : rows.Subset([.. SeededShuffle.Permutation(rows.Count, seed)[..count].Order()]);

    /// <summary>Every value 1 with itself as the probability, from a fixed seed.</summary>
    /// <exception cref="DataException">Values lie outside [0, 1].</exception>
    public static Dataset Binarize(Dataset rows)
    {
        var noise = new PhiloxStream(Seed);
        var values = CheckedUnit(rows).Values;
        var binary = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
            binary[i] = noise.Uniform(i) < values[i] ? 1 : 0;
        return rows.With(binary);
    }

    /// <summary>The rows with one of the labels.</summary>
    /// <exception cref="DataException">There are no labels, or no rows with one of them.</exception>
    public static Dataset OnlyNormal(Dataset rows, IReadOnlyList<string> normal) => rows.Subset(Where(rows, normal, isNormal: true));

    /// <summary>The rows with none of the labels.</summary>
    /// <exception cref="DataException">There are no labels, or all rows have one of them.</exception>
    public static Dataset OnlyAnomalies(Dataset rows, IReadOnlyList<string> normal) => rows.Subset(Where(rows, normal, isNormal: false));

    private static int[] Where(Dataset rows, IReadOnlyList<string> normal, bool isNormal)
    {
        var labels = rows.Labels ?? throw new DataException(
            "The rows have no labels", rows.Name, "a label a row, to know the normal ones", "none", "Name the column of labels (data.label), use a data set with labels, or leave data.normal out.");
        var chosen = Enumerable.Range(0, rows.Count).Where(row => normal.Contains(LabelText(rows, labels[row])) == isNormal).ToArray();
        return chosen.Length > 0 ? chosen : throw new DataException(
            isNormal ? "No row has a normal label" : "Every row has a normal label",
            rows.Name,
            isNormal ? $"rows labelled {string.Join(" or ", normal)}" : $"rows labelled otherwise than {string.Join(" or ", normal)}",
            $"labels {string.Join(", ", labels.Distinct().Order().Select(label => LabelText(rows, label)))}",
            "Set data.normal to some of these labels.");
    }

    /// <summary>What a label is called: its name, else its number.</summary>
    public static string LabelText(Dataset rows, int label) =>
        rows.LabelNames is { } names ? names[label] : label.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Dataset CheckedUnit(Dataset rows) => rows.Range.IsUnit
        ? rows
        : throw new DataException("The rows cannot become binary", rows.Name, "values in [0, 1]", $"values from {rows.Range.Minimum} to {rows.Range.Maximum}", "Leave data.binarization out.");
}
