namespace Latent.Data;

/// <summary>A data set as its publisher divided it.</summary>
/// <param name="Train">What training may see.</param>
/// <param name="Test">The published test set, or null where there is none.</param>
/// <param name="Validation">What validates, where that is not to be drawn out of <paramref name="Train"/>; null where it is.</param>
internal sealed record PublishedData(Dataset Train, Dataset? Test, Dataset? Validation = null)
{
    public DataSplits Divide(DataOptions options) => (Test, Validation) switch
    {
        (null, _) => DataSplits.Divide(Train, options),
        (_, null) => DataSplits.Divide(Train, Test, options),
        _ => new DataSplits(Train, Validation, Test),
    };
}
