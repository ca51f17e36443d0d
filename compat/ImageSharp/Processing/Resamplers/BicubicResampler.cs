namespace SixLabors.ImageSharp.Processing.Processors.Transforms;

/// <summary>Keys' cubic convolution with a = -0.5.</summary>
public readonly struct BicubicResampler : IResampler
{
    public float Radius => 2;

    public float GetValue(float x)
    {
        x = MathF.Abs(x);
        if (x <= 1F)
            return (((1.5F * x) - 2.5F) * x * x) + 1;
        if (x < 2F)
            return (((((-0.5F * x) + 2.5F) * x) - 4) * x) + 2;
        return 0;
    }
}
