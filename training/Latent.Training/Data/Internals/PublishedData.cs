namespace Latent.Training.Data;

/// <summary>A data set as its publisher divided it.</summary>
/// <param name="Train">What training may see.</param>
/// <param name="Test">The published test set, or null where there is none.</param>
internal sealed record PublishedData(Dataset Train, Dataset? Test)
{
    public DataSplits Divide(DataOptions options) => Test is null ? DataSplits.Divide(Train, options) : DataSplits.Divide(Train, Test, options);
}
