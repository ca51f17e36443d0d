namespace SixLabors.ImageSharp.Processing.Processors.Transforms;

/// <summary>The one pixel that lies there; no weights are computed for it.</summary>
public readonly struct NearestNeighborResampler : IResampler
{
    public float Radius => 1;

    public float GetValue(float x) => x;
}
