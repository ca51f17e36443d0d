using TorchSharp.Modules;

namespace Latent.Fitting;

/// <summary>
/// Moves weights against their gradients. The formulas and defaults are those of PyTorch; unlike the optimizers of
/// TorchSharp, a step makes no temporary Scalar, which a garbage collection on another thread may free too early.
/// </summary>
internal abstract class Optimizer : IDisposable
{
    /// <summary>An optimizer at its first step.</summary>
    /// <param name="parameters">The weights. They are the model's, and live as long as it.</param>
    /// <param name="learningRate">The learning rate.</param>
    protected Optimizer(IEnumerable<Parameter> parameters, double learningRate) => (Parameters, LearningRate) = ([.. parameters], learningRate);

    /// <summary>The size of a step. It may change before each.</summary>
    public double LearningRate { get; set; }

    /// <summary>The weights.</summary>
    protected IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The optimizer that a recipe asks for.</summary>
    public static Optimizer Create(TrainerOptions fit, IEnumerable<Parameter> parameters) => fit.Optimizer switch
    {
        OptimizerKind.Adam => new Adam(parameters, fit.LearningRate, fit.WeightDecay, isDecoupled: false),
        OptimizerKind.Adamw => new Adam(parameters, fit.LearningRate, fit.WeightDecay, isDecoupled: true),
        OptimizerKind.Sgd => new Sgd(parameters, fit.LearningRate, fit.WeightDecay),
        _ => throw new ArgumentOutOfRangeException(nameof(fit), fit.Optimizer, "Not an optimizer."),
    };

    /// <summary>Removes all gradients.</summary>
    public void ZeroGradients()
    {
        foreach (var parameter in Parameters)
            parameter.grad = null;
    }

    /// <summary>Moves every weight that has a gradient.</summary>
    public abstract void Step();

    /// <summary>Writes what the steps so far left behind; a resumed run goes on to the bit. The learning rate is the schedule's.</summary>
    public virtual void Save(BinaryWriter writer)
    {
    }

    /// <summary>Reads what <see cref="Save"/> wrote of an optimizer of the same kind and weights.</summary>
    /// <exception cref="InvalidDataException">It was written of other weights.</exception>
    public virtual void Load(BinaryReader reader)
    {
    }

    /// <summary>Frees what the optimizer remembers; the weights stay.</summary>
    public virtual void Dispose()
    {
    }
}
