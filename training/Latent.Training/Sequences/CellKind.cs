namespace Latent.Training.Sequences;

/// <summary>The kind of recurrent cell.</summary>
public enum CellKind
{
    /// <summary>Long short-term memory (Hochreiter and Schmidhuber 1997): a hidden and a cell state.</summary>
    Lstm,

    /// <summary>Gated recurrent unit (Cho et al. 2014): a hidden state.</summary>
    Gru,
}
