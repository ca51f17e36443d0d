namespace Latent.Onnx.Tests.Modules;

/// <summary>A recurrent layer in one configuration, over sequences of five steps.</summary>
internal sealed record RecurrentCase(RecurrentKind Kind)
{
    public long Inputs { get; init; } = 6;

    public long Hidden { get; init; } = 5;

    public long Steps { get; init; } = 5;

    public long Layers { get; init; } = 1;

    public bool HasBias { get; init; } = true;

    public bool IsBatchFirst { get; init; } = true;

    public bool IsBidirectional { get; init; }

    public bool HasStates { get; init; }

    public bool HasLengths { get; init; }

    public long Directions => IsBidirectional ? 2 : 1;

    public long States => Layers * Directions;
}
