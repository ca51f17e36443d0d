using System.Runtime.InteropServices;
using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests.StandIn;

/// <summary>Where the genuine package ends the process.</summary>
public class GeneratorStateTests
{
    [Fact]
    public void SetState_OfAnythingElse_Throws() =>
        Assert.Throws<ExternalException>(() => set_rng_state(tensor(new byte[] { 1, 2, 3 })));
}
