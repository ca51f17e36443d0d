namespace Latent.Data;

/// <summary>The list of all named data sets.</summary>
internal static class BuiltInEntries
{
    public static IReadOnlyList<DataEntry> All { get; } =
    [
        MnistEntries.Mnist, MnistEntries.FashionMnist, VersesEntries.Verses, MovieTweetings.Entry, Supermarket.Entry,
        NslKddEntry.Entry, WekaEntries.Ionosphere, VolumeEntries.Mri, VolumeEntries.HeadCt, MagneticTiles.Entry,
        MoleculeEntries.Zinc, MoleculeEntries.Nci, SyntheticDigits.Entry, SyntheticSensors.Entry,
    ];
}
