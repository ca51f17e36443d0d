namespace Latent.Fitting;

/// <summary>The optimizer.</summary>
public enum OptimizerKind
{
    /// <summary>Adam (Kingma and Ba, 2014).</summary>
    Adam,

    /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, 2017).</summary>
    Adamw,

    /// <summary>Plain stochastic gradient descent.</summary>
    Sgd,
}
