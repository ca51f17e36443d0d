namespace SixLabors.ImageSharp.Processing.Processors.Transforms;

/// <summary>A sinc within a sinc of the given radius.</summary>
public readonly struct LanczosResampler : IResampler
{
    public static readonly LanczosResampler Lanczos2 = new(2);
    public static readonly LanczosResampler Lanczos3 = new(3);
    public static readonly LanczosResampler Lanczos5 = new(5);
    public static readonly LanczosResampler Lanczos8 = new(8);

    private const float Epsilon = 0.001F;

    public LanczosResampler(float radius) => Radius = radius;

    public float Radius { get; }

    public float GetValue(float x)
    {
        x = MathF.Abs(x);
        return x < Radius ? SinC(x) * SinC(x / Radius) : 0F;
    }

    private static float SinC(float x)
    {
        if (MathF.Abs(x) <= Epsilon)
            return 1F;

        x *= MathF.PI;
        var value = MathF.Sin(x) / x;
        return MathF.Abs(value) < Epsilon ? 0F : value;
    }
}
