using System.Reflection;

namespace Latent.Integration.Tests;

/// <summary>The public API of the packages; a change here affects their users.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Latent.Bundles")]
    [InlineData("Latent.Codecs")]
    [InlineData("Latent.Data")]
    [InlineData("Latent.Fitting")]
    [InlineData("Latent.Files")]
    [InlineData("Latent.Imaging")]
    [InlineData("Latent.Molecules")]
    [InlineData("Latent.Onnx")]
    [InlineData("Latent.Runtime")]
    [InlineData("Latent.Runtime.Extensions")]
    [InlineData("Latent.Sequences")]
    [InlineData("Latent.Training")]
    public Task PublicApi_OfAPackage_IsAsReviewed(string name) =>
        Verifier.Verify(PublicApiText.Format(Assembly.Load(name))).UseParameters(name);
}
