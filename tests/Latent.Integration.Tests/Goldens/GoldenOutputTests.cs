using Latent.Runtime;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>The numeric outputs of every operation of the released bundles.</summary>
public sealed class GoldenOutputTests
{
    // Float32 sums of 784 products differ between processors in the sixth digit.
    private const double Tolerance = 2e-5;

    public static TheoryData<string> Names() => ReleasedBundles.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public Task Outputs_OfAReleasedBundle_AreAsReviewed(string name)
    {
        using var model = Autoencoder.Load(ReleasedBundles.FolderOf(name));

        var text = model.Manifest.Family == "codec" ? CodecText.Format(ReleasedBundles.FolderOf(name)) : CommandText.Format(model);
        return Verifier.Verify(text).UseParameters(name).UseStringComparer(new TolerantComparer(Tolerance).Compare);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Size_OfAReleasedBundle_IsUnderSixMebibytes(string name)
    {
        var bytes = Directory.EnumerateFiles(ReleasedBundles.FolderOf(name), "*", SearchOption.AllDirectories)
            .Sum(file => new FileInfo(file).Length);

        Assert.InRange(bytes, 1, 6 << 20);
    }
}
