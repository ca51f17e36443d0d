namespace TorchSharp.Utils.tensorboard.Enums;

/// <summary>How the bins of a histogram are chosen. Only <see cref="Tensorflow"/> works here; genuine too fails for the others.</summary>
public enum HistogramBinSelector : byte
{
    Doane = 0,
    Rice,
    Scott,
    Sqrt,
    Stone,
    Sturges,
    Tensorflow,
}
