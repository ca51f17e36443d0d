using Latent.Training.Autoencoders.Scores;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Autoencoders.Scores;

public sealed class WhiteningTests
{
    [Fact]
    public void Compute_ACovariance_MakesItTheIdentity()
    {
        var covariance = tensor(new double[] { 4, 2, 0.4, 2, 3, 0.5, 0.4, 0.5, 1 }, [3, 3]);

        var whitening = Whitening.Compute(covariance);

        Assert.True(whitening.matmul(covariance).matmul(whitening).allclose(eye(3, dtype: ScalarType.Float64), atol: 1e-10));
        Assert.True(whitening.allclose(whitening.t(), atol: 1e-12));
    }
}
