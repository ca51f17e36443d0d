using Latent.Sequences;

namespace Latent.Integration.Tests;

/// <summary>Tests of the released sentence model.</summary>
public sealed class SentenceBundleTests : IDisposable
{
    private static readonly string[] Sentences
        = ["And God said, Let there be light: and there was light.", "Jesus wept.", "The king went up to the house of Yahweh."];

    private readonly SentenceModel model = SentenceModel.Load(ReleasedBundles.FolderOf("verses-vae"));

    public void Dispose() => model.Dispose();

    [Fact]
    public Task Texts_OfTheReleasedBundle_AreAsReviewed() => Verifier.Verify(CommandText.Format(model, Sentences));

    [Fact]
    public void Metrics_OfTheReleasedBundle_ShowThatTheCodeIsUsed()
    {
        Assert.True(model.Manifest.Metrics["kl"] > 5);
        Assert.True(model.Manifest.Metrics["active_units"] >= 8);
    }

    [Fact]
    public void Encode_OfManySentencesAtOnce_IsThatOfEachAlone()
    {
        var all = model.Encode(Sentences).Mean;

        for (var i = 0; i < Sentences.Length; i++)
        {
            var alone = model.Encode(Sentences[i]).Mean;
            Assert.All(
                alone.Zip(all[(i * model.LatentSize)..((i + 1) * model.LatentSize)]),
                pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-5f));
        }
    }
}
