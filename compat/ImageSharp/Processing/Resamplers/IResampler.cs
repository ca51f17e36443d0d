namespace SixLabors.ImageSharp.Processing.Processors.Transforms;

/// <summary>A weight by distance, in pixels of the coarser picture.</summary>
public interface IResampler
{
    float Radius { get; }

    float GetValue(float x);
}
