namespace Latent.Data;

/// <summary>The list of every data set with a name.</summary>
internal static class BuiltInEntries
{
    public static IReadOnlyList<DataEntry> All { get; } =
    [
        MnistEntries.Mnist, MnistEntries.FashionMnist, VersesEntries.Verses, MovieTweetings.Entry, Supermarket.Entry, NslKddEntry.Entry, WekaEntries.Ionosphere, VolumeEntries.Mri,
        VolumeEntries.HeadCt, MagneticTiles.Entry, MoleculeEntries.Zinc, MoleculeEntries.Nci, SyntheticDigits.Entry,
        SyntheticSensors.Entry,
    ];
}
