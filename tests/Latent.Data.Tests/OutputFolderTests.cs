using Latent.Tests;

namespace Latent.Data.Tests;

public sealed class OutputFolderTests
{
    [Fact]
    public void OutputFolder_OfTheTests_HoldsNoTorch() => Assert.Empty(NativeLibraries.Torch);
}
