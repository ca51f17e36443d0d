namespace Latent.Data;

/// <summary>The shopping baskets that ship with Weka.</summary>
internal static class Supermarket
{
    private const string FileName = "supermarket.arff";

    public static DataEntry Entry { get; } = new((folder, _, options) => Read(folder, options))
    {
        Name = "supermarket",
        Title = "Supermarket shopping baskets: 4,627 baskets, 216 products",
        License = "GPL-2+, Weka (University of Waikato)",
        Files = [new(FileName, 2025871, "c45f18f90f27f9b2306671f4f0ec28341edcff78136b32b202cdc7b46ce1f9f8")],
        Sources = [new MirrorSource(), WekaEntries.Package, WekaEntries.Repository],
    };

    private static PublishedData Read(string folder, DataOptions options) =>
        new(RatingRows.Make(BasketFile.Read(Path.Combine(folder, FileName)), Entry.Name, options.Ratings ?? new(), options.Items), null);
}
