using Latent.Bundles;
using Latent.Imaging;
using Latent.Sequences;

namespace Latent.Data.Tests;

public sealed class SchemaTests
{
    private static readonly CategoryVocabulary Categories = new([new(1, ["tcp", "udp"])]);

    [Fact]
    public void FromShape_Dimensions_TellImagesFromTables()
    {
        Assert.Equal(new ImageSchema(new ImageShape(3, 2, 4)), Schema.FromShape([3, 2, 4]));
        Assert.NotEqual(Schema.FromShape([3, 4, 2]), Schema.FromShape([3, 2, 4]));
        Assert.Equal(5, Assert.IsType<TableSchema>(Schema.FromShape([5])).SampleSize);
        Assert.Equal(
            "A sample shape has 1 dimension, or 3 for an image. Received: [2, 3]. (Parameter 'shape')",
            Assert.Throws<ArgumentException>(() => Schema.FromShape([2, 3])).Message);
    }

    [Fact]
    public void TableSchema_InconsistentSizes_IsAnError()
    {
        Assert.Equal("1 feature names for 2 features. (Parameter 'features')", Rejection(() => new TableSchema(2, ["a"])));
        Assert.Equal(
            "Categorical column 1, counted from 0, is out of range for 1 features. (Parameter 'categoricalColumns')",
            Rejection(() => new TableSchema(1, null, Categories)));
    }

    [Fact]
    public void Dataset_OfASchema_HasItsFacetsAlone()
    {
        var tokens = new TokenVocabulary("words", [.. TokenVocabulary.Special, "one"]);
        var texts = new Dataset("texts", new TokenSchema(2, tokens), [4, TokenVocabulary.End]);
        var ratings = new Dataset("ratings", new RatingSchema(new ItemVocabulary(["a", "b"], ["A", "B"])), [0, 5]);
        var table = new Dataset("table", new TableSchema(2, ["size", "kind"], Categories), [0.5f, 2]);

        Assert.Same(tokens, texts.Vocabulary);
        Assert.Equal(["a", "b"], ratings.Items!.Ids);
        Assert.Equal(["size", "kind"], table.FeatureNames!);
        Assert.All([texts, ratings, table], rows => Assert.Equal([2], rows.SampleShape));
        Assert.True(texts is { Items: null, Image: null, FeatureNames: null, CategoricalColumns: null });
        Assert.True(ratings is { Vocabulary: null, Image: null, FeatureNames: null, CategoricalColumns: null });
        Assert.Same(table.Schema, table.Subset([0]).Schema);
        Assert.Same(table.Schema, table.With([1, 1]).Schema);
    }

    private static string Rejection(Func<Schema> make) => Assert.Throws<ArgumentException>(make).Message;
}
