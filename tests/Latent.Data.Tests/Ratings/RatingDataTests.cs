namespace Latent.Data.Tests;

/// <summary>The catalogue's rating data sets, as published.</summary>
public sealed class RatingDataTests
{
    [CachedDataFact("movietweetings")]
    public void Open_OfMovieTweetings_KeepsUsersAndItemsWithFiveRatings()
    {
        var rows = new DataCatalogue().Read("movietweetings");

        Assert.Equal((4333, 2414), (rows.Count, rows.SampleSize));
        Assert.Equal((1f, 10f), (rows.Values.Where(value => value > 0).Min(), rows.Range.Maximum));
        Assert.Equal("Nosferatu, eine Symphonie des Grauens (1922)", rows.Items!.Titles[rows.Items.Ids.ToList().IndexOf("0013442")]);
        for (var row = 0; row < rows.Count; row++)
            Assert.True(rows.SampleSize - rows.Row(row).Count(0f) >= 5);
    }

    [CachedDataFact("supermarket")]
    public void Open_OfBaskets_HasTheirProducts()
    {
        var rows = new DataCatalogue().Read("supermarket");

        Assert.Contains("bread and cake", rows.Items!.Ids);
        Assert.DoesNotContain("total", rows.Items.Ids);
        Assert.Equal((0f, 1f), (rows.Range.Minimum, rows.Range.Maximum));
        Assert.InRange(rows.Count, 4000, 4627);
    }
}
