using Latent.Data;

namespace Latent.Training.Sequences;

/// <summary>Converts tokens to the rows of a sequence model.</summary>
internal static class SequenceRows
{
    /// <summary>Converts rows to the vocabulary and the length of a model; longer ones are dropped.</summary>
    /// <param name="options">The options of the model.</param>
    /// <param name="data">Rows of tokens.</param>
    /// <exception cref="ModelException">The options leave no rows.</exception>
    /// <exception cref="Files.DataException">The rows are not tokens.</exception>
    public static DataSplits Prepare(SequenceOptions options, DataSplits data)
    {
        var vocabulary = TokenPreparation.MostFrequent(data.Train, options.Vocabulary);
        var length = options.Length == 0 ? MaxLengthOf(data.Train) : options.Length;
        var train = Fit(data.Train);
        return train.Count > 0
            ? new DataSplits(train, Fit(data.Validation), Fit(data.Test))
            : throw new ModelException(
                $"options.length leaves no rows: every sequence of {data.Name} has more than {length} tokens, including the end token. " +
                "Increase it.",
                "length");

        Dataset Fit(Dataset rows) => TokenPreparation.Fit(rows, vocabulary, length);
    }

    private static int MaxLengthOf(Dataset rows) => Enumerable.Range(0, rows.Count).Max(row => TokenPreparation.LengthOf(rows.Row(row)));
}
