using TorchSharp.Modules;

namespace Latent.Fitting;

/// <summary>
/// Updates weights along their negative gradients. Formulas and defaults are those of PyTorch. Unlike the optimizers of
/// TorchSharp, a step creates no temporary Scalar, which a garbage collection on another thread may free too early.
/// </summary>
internal abstract class Optimizer : IDisposable
{
    /// <summary>Creates an optimizer before its first step.</summary>
    /// <param name="parameters">The weights. The model owns them, and they live as long as the model.</param>
    /// <param name="learningRate">The learning rate.</param>
    protected Optimizer(IEnumerable<Parameter> parameters, double learningRate)
        => (Parameters, LearningRate) = ([.. parameters], learningRate);

    /// <summary>The learning rate. It may change before each step.</summary>
    public double LearningRate { get; set; }

    /// <summary>The weights.</summary>
    protected IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Creates the optimizer of the options.</summary>
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

    /// <summary>Updates every weight that has a gradient.</summary>
    public abstract void Step();

    /// <summary>
    /// Writes the optimizer state, so that a resumed run is bit-identical. The learning rate is not included, as the schedule
    /// sets it.
    /// </summary>
    public virtual void Save(BinaryWriter writer)
    {
    }

    /// <summary>Reads the state that <see cref="Save"/> wrote for an optimizer of the same kind and weights.</summary>
    /// <exception cref="InvalidDataException">The state belongs to other weights.</exception>
    public virtual void Load(BinaryReader reader)
    {
    }

    /// <summary>Frees the optimizer state, but not the weights.</summary>
    public virtual void Dispose()
    {
    }
}
