namespace Latent.Data;

/// <summary>A data set with its published split.</summary>
/// <param name="Train">The samples available for training.</param>
/// <param name="Test">The published test set, or null if there is none.</param>
/// <param name="Validation">The fixed validation set; null if it is sampled from <paramref name="Train"/>.</param>
internal sealed record PublishedData(Dataset Train, Dataset? Test, Dataset? Validation = null)
{
    public DataSplits Divide(DataOptions options) => (Test, Validation) switch
    {
        (null, _) => DataSplits.Divide(Train, options),
        (_, null) => DataSplits.Divide(Train, Test, options),
        _ => new DataSplits(Train, Validation, Test),
    };
}
