namespace Latent.Cli.Tests.Training;

public sealed class NarrowLineTests
{
    private static readonly (string, int)[] Pieces
        = [("mnist-vae", 0), ("epoch 3/10", 1), ("loss 112.4", 2), ("(kl 24.5)", 5), ("", 9), ("validation 110.8", 3), ("7,912 rows/s", 4)];

    [Theory]
    [InlineData(200, "mnist-vae  epoch 3/10  loss 112.4 (kl 24.5)  validation 110.8  7,912 rows/s")]
    [InlineData(75, "mnist-vae  epoch 3/10  loss 112.4 (kl 24.5)  validation 110.8  7,912 rows/s")]
    [InlineData(74, "mnist-vae  epoch 3/10  loss 112.4  validation 110.8  7,912 rows/s")]
    [InlineData(64, "mnist-vae  epoch 3/10  loss 112.4  validation 110.8")]
    [InlineData(50, "mnist-vae  epoch 3/10  loss 112.4")]
    [InlineData(25, "mnist-vae  epoch 3/10")]
    [InlineData(4, "mnist-vae")]
    public void Fit_LessAndLessRoom_LeavesOutTheLeastImportant(int width, string line) => Assert.Equal(line, NarrowLine.Fit(width, Pieces));
}
